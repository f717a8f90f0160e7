package org.jiaogongti.platform.advice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.advice.Recommendation;
import org.jiaogongti.platform.advice.Recommendations;
import org.jiaogongti.platform.advice.Recommendations.OnOccasion;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** What advisers said, on the page of the occasion, and what waits for an answer, on the school's own page. */
@Component
class AdviceAsides implements Aside.Source {

    private final Recommendations recommendations;

    AdviceAsides(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @Override
    public List<Aside> ofOccasion(Actor actor, Occasion occasion, Messages m) {
        Words words = new Words(m);
        List<Aside> asides = new ArrayList<>();
        for (OnOccasion said : recommendations.ofOccasion(actor, occasion.id())) {
            List<Aside.Line> lines = new ArrayList<>();
            if (!said.visit().seen().isEmpty()) {
                lines.add(new Aside.Line(said.visit().seen(), m.t("advice.seen"), "", "", ""));
            }
            if (!said.visit().diagnosis().isEmpty()) {
                lines.add(new Aside.Line(said.visit().diagnosis(), m.t("advice.diagnosis"), "", "", ""));
            }
            said.given().forEach(each -> lines.add(line(each, said.addressee(each), words, said)));
            if (lines.isEmpty()) {
                lines.add(new Aside.Line(m.t("advice.visit.unwritten"), "", "", "", ""));
            }
            asides.add(new Aside(m.t("advice.aside.occasion", said.adviser().name(), words.kind(said.adviser())),
                    "/advisers/" + said.adviser().id(), lines));
        }
        return asides;
    }

    private static Aside.Line line(Recommendation each, String addressee, Words words, OnOccasion said) {
        Recommendation.State state = each.state(said.today());
        return new Aside.Line(each.words(), words.m().t("advice.to-whom", addressee), "/recommendations/" + each.id(),
                Words.shape(state), words.state(state));
    }

    @Override
    public List<Aside> ofSchool(Actor actor, UUID school, Messages m) {
        Words words = new Words(m);
        List<Aside.Line> lines = recommendations.waiting(actor, school).stream().map(waiting -> {
            Recommendation.State state = waiting.state();
            return new Aside.Line(waiting.recommendation().words(),
                    m.t("advice.answer-by.until", waiting.recommendation().answerBy().toString()),
                    "/recommendations/" + waiting.recommendation().id(), Words.shape(state), words.state(state));
        }).toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new Aside(m.t("advice.aside.school"), "/recommendations", lines));
    }
}
