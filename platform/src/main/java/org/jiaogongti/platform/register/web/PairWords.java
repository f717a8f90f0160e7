package org.jiaogongti.platform.register.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.activity.SharedLesson;
import org.jiaogongti.platform.register.LessonPair;
import org.jiaogongti.platform.register.LessonPair.Two;
import org.jiaogongti.platform.register.LessonPairs.Tally;
import org.jiaogongti.platform.register.model.Matching;
import org.jiaogongti.platform.shell.Messages;

/** How pairs are said. */
public record PairWords(Messages m) {

    /** Both schools, with their classes where these are paired. */
    public String two(Two two, Map<UUID, String> names) {
        String giver = names.getOrDefault(two.giver(), "");
        String receiver = names.getOrDefault(two.receiver(), "");
        return two.classes()
                ? m.t("register.pair.two.classes", giver, two.giverClass(), receiver, two.receiverClass())
                : m.t("register.pair.two", giver, receiver);
    }

    public String form(LessonPair.Form form) {
        return m.t("register.pair.form." + form.name());
    }

    public String forms(LessonPair pair) {
        return pair.forms().stream().map(this::form).collect(Collectors.joining(m.t("register.pair.and")));
    }

    public String state(LessonPair.Days days) {
        return m.t("register.pair.days." + days.name());
    }

    /** What presses of a pair: lessons that were planned and not held. */
    public static String shape(LessonPair.Days days, Tally tally) {
        return switch (days) {
            case COMING -> "todo";
            case ENDED -> "waived";
            case NOW -> tally.missed() > 0 ? "soon" : tally.planned() == 0 ? "opt" : "going";
        };
    }

    public String state(LessonPair.Days days, Tally tally) {
        if (days != LessonPair.Days.NOW) {
            return state(days);
        }
        return tally.missed() > 0
                ? m.t("register.pair.missed", tally.missed())
                : tally.planned() == 0 ? m.t("register.pair.unplanned") : m.t("register.pair.as-planned");
    }

    public String tally(Tally tally) {
        return tally.beside() == 0
                ? m.t("register.pair.tally", tally.planned(), tally.held())
                : m.t("register.pair.tally.beside", tally.planned(), tally.held(), tally.beside());
    }

    public static String shape(Matching.State state) {
        return switch (state) {
            case TO_COME -> "todo";
            case ANNOUNCED -> "going";
            case HELD -> "done";
            case DISPUTED, MISSED -> "soon";
        };
    }

    public String state(Matching.State state) {
        return m.t("register.plan.state." + state.name());
    }

    /** How many pupils were in the room at one end. */
    public String room(SharedLesson lesson, UUID school) {
        Integer counted = lesson.rooms().get(school);
        return counted == null ? m.t("register.plan.room.unsaid") : m.t("register.plan.room", counted);
    }
}
