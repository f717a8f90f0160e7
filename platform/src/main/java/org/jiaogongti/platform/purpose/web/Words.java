package org.jiaogongti.platform.purpose.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.purpose.Category;
import org.jiaogongti.platform.purpose.Consent.Answer;
import org.jiaogongti.platform.purpose.Consents;
import org.jiaogongti.platform.purpose.Ground;
import org.jiaogongti.platform.purpose.Purpose;
import org.jiaogongti.platform.purpose.Purpose.State;
import org.jiaogongti.platform.purpose.Purposes;
import org.jiaogongti.platform.purpose.Terms;
import org.jiaogongti.platform.purpose.model.NoticeVersion;
import org.jiaogongti.platform.purpose.web.PurposeView.Doing;
import org.jiaogongti.platform.purpose.web.PurposeView.Fact;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;

/** Puts the register into words. */
record Words(Messages m, Function<UUID, String> name) {

    static String state(State state) {
        return switch (state) {
            case WAITING -> "going";
            case IN_FORCE -> "done";
            case TO_COME, REFUSED, WITHDRAWN -> "todo";
            case OVER -> "waived";
        };
    }

    /** No is an answer like yes; only a withdrawal is drawn as what holds no more. */
    static String state(Answer answer) {
        return switch (answer) {
            case GIVEN -> "done";
            case REFUSED -> "todo";
            case WITHDRAWN -> "waived";
        };
    }

    PurposeView view(Purpose purpose, Actor actor, LocalDate today, String refused) {
        Terms terms = purpose.terms();
        State state = purpose.state(today);
        boolean keeps = Purposes.keeps(actor);
        boolean waits = state == State.WAITING && keeps;
        boolean own = purpose.enteredBy().equals(actor.accountId());
        boolean others = waits && !actor.actsFor(purpose.enteredBy());
        boolean lasting = state == State.IN_FORCE || state == State.TO_COME;
        return new PurposeView(purpose.id().toString(), terms.title(), terms.text(), state(state),
                m.t("purpose.state." + state), summary(terms), facts(purpose), terms.notice(),
                NoticeVersion.of(terms),
                new Doing(others, others, waits && own, keeps && lasting, lasting, answers(purpose, actor), refused));
    }

    private static boolean answers(Purpose purpose, Actor actor) {
        return purpose.confirmed() && purpose.terms().basis().ground() == Ground.CONSENT
                && !Consents.schools(actor).isEmpty();
    }

    private String summary(Terms terms) {
        return m.t("purpose.summary", m.t("purpose.ground." + terms.basis().ground()), keeping(terms));
    }

    String keeping(Terms terms) {
        return m.t("purpose.keeping", terms.keeping().event(), terms.keeping().days());
    }

    String categories(Set<Category> categories) {
        return Arrays.stream(Category.values()).filter(categories::contains)
                .map(category -> m.t("purpose.category." + category)).collect(Collectors.joining(m.t("purpose.and")));
    }

    String roles(Set<Role> roles) {
        return Arrays.stream(Role.values()).filter(roles::contains).map(role -> m.t(role.key()))
                .collect(Collectors.joining(m.t("purpose.and")));
    }

    String ground(Terms terms) {
        return terms.basis().ground() == Ground.STATUTE
                ? m.t("purpose.ground.by", terms.basis().clause())
                : m.t("purpose.ground.CONSENT");
    }

    String span(Terms terms) {
        return terms.to() == null
                ? m.t("purpose.since", terms.from().toString())
                : m.t("purpose.range", terms.from().toString(), terms.to().toString());
    }

    private List<Fact> facts(Purpose purpose) {
        Terms terms = purpose.terms();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(m.t("purpose.field.categories"), categories(terms.categories())));
        facts.add(new Fact(m.t("purpose.field.ground"), ground(terms)));
        facts.add(new Fact(m.t("purpose.field.users"), roles(terms.roles())));
        facts.add(new Fact(m.t("purpose.field.keeping"), keeping(terms)));
        facts.add(new Fact(m.t("purpose.field.assessment"),
                m.t("purpose.of", terms.basis().assessment(), terms.basis().assessedOn().toString())));
        facts.add(new Fact(m.t("purpose.field.decider"), terms.basis().decidedBy()));
        facts.add(new Fact(m.t("purpose.field.span"), span(terms)));
        facts.add(new Fact(m.t("purpose.field.entered"), m.t("purpose.of", name.apply(purpose.enteredBy()),
                purpose.enteredAt().atZone(BusinessClock.ZONE).toLocalDate().toString())));
        Purpose.Decision decision = purpose.decision();
        if (decision != null) {
            facts.add(new Fact(m.t("purpose.outcome." + decision.outcome()), said(
                    m.t("purpose.of", name.apply(decision.by()), decision.on().toString()), decision.reason())));
        }
        Purpose.Stop stop = purpose.stop();
        if (stop != null) {
            facts.add(new Fact(m.t("purpose.stopped"),
                    said(m.t("purpose.of", name.apply(stop.by()), stop.on().toString()), stop.reason())));
        }
        return facts;
    }

    private String said(String who, String reason) {
        return reason.isEmpty() ? who : m.t("purpose.because", who, reason);
    }
}
