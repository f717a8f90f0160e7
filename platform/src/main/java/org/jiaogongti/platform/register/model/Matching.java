package org.jiaogongti.platform.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.SharedLesson;
import org.jiaogongti.platform.register.PlannedLesson;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Holds a term's plan against what was recorded: a planned lesson is met by a recorded one of its subject in its week, each
 * recorded one meets one planned. What meets nothing was held beside the plan.
 */
public final class Matching {

    private Matching() {}

    /** How a lesson stands. */
    public enum State {
        TO_COME, ANNOUNCED, HELD, DISPUTED, MISSED
    }

    /**
     * A line of the plan, or a lesson beside it.
     *
     * @param planned null beside the plan
     * @param lesson what was recorded, or null
     */
    public record Line(@Nullable PlannedLesson planned, @Nullable SharedLesson lesson, int week, State state) {}

    /** By week. */
    public static List<Line> of(Period term, List<PlannedLesson> plan, List<SharedLesson> recorded, LocalDate today) {
        List<SharedLesson> left = new ArrayList<>(recorded.stream()
                .filter(each -> term.days().contains(each.brief().date()))
                .sorted(Comparator.comparing(each -> each.brief().date())).toList());
        List<Line> lines = new ArrayList<>();
        for (PlannedLesson planned : plan) {
            Optional<SharedLesson> met = left.stream().filter(each -> planned.subject().equals(each.subject())
                    && SchoolCalendar.weekOf(term, each.brief().date()) == planned.week()).findFirst();
            met.ifPresent(left::remove);
            lines.add(new Line(planned, met.orElse(null), planned.week(),
                    met.map(Matching::state).orElseGet(() -> passed(term, planned.week(), today)
                            ? State.MISSED
                            : State.TO_COME)));
        }
        left.forEach(each -> lines.add(
                new Line(null, each, SchoolCalendar.weekOf(term, each.brief().date()), state(each))));
        lines.sort(Comparator.comparingInt(Line::week));
        return lines;
    }

    private static State state(SharedLesson lesson) {
        if (lesson.brief().state() == Occasion.State.PLANNED) {
            return State.ANNOUNCED;
        }
        return lesson.disputed() ? State.DISPUTED : State.HELD;
    }

    /** A week has passed with its Sunday. */
    static boolean passed(Period term, int week, LocalDate today) {
        return !SchoolCalendar.monday(term.days().first()).plusWeeks(week).isAfter(today);
    }

    /** Whether a recorded lesson is one of a pair of classes: it names the class of one of the ends, or none at all. */
    public static boolean ofClasses(SharedLesson lesson, String giverClass, String receiverClass) {
        Optional<ClassName> named = ClassName.parse(lesson.className());
        return giverClass.isEmpty() || named.isEmpty() || named.equals(ClassName.parse(giverClass))
                || named.equals(ClassName.parse(receiverClass));
    }
}
