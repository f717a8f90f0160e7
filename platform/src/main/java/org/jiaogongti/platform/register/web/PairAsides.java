package org.jiaogongti.platform.register.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.register.LessonPair;
import org.jiaogongti.platform.register.LessonPairs;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** On the page of a synchronous lesson: the pair of schools or classes to which it belongs. */
@Component
class PairAsides implements Aside.Source {

    private static final String SYNCHRONOUS = "synchronous-lesson";

    private final LessonPairs pairs;

    PairAsides(LessonPairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public List<Aside> ofOccasion(Actor actor, Occasion occasion, Messages m) {
        UUID receiver = occasion.said().host();
        UUID giver = occasion.said().leader();
        if (receiver == null || giver == null
                || occasion.said().parts().stream().noneMatch(part -> part.kind().equals(SYNCHRONOUS))) {
            return List.of();
        }
        List<LessonPair> found = pairs.of(actor, giver, receiver, occasion.said().date());
        if (found.isEmpty()) {
            return List.of();
        }
        PairWords words = new PairWords(m);
        Map<UUID, String> names = pairs.names();
        return List.of(new Aside(m.t("register.pair.aside"), "", found.stream()
                .map(pair -> new Aside.Line(words.two(pair.two(), names), words.forms(pair),
                        "/registers/pairs/" + pair.id(), "", ""))
                .toList()));
    }
}
