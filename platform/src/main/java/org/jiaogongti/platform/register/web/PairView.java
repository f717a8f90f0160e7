package org.jiaogongti.platform.register.web;

import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.register.LessonPair;
import org.jiaogongti.platform.register.LessonPairs.Shown;
import org.jiaogongti.platform.register.PlannedLesson;
import org.jiaogongti.platform.register.model.Matching;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * One pair's page.
 *
 * @param problem message key of what was wrong with the form that came last, or empty
 * @param form which one that was
 * @param typed what had been typed into it
 */
public record PairView(Shown shown, Words words, PairWords pairs, String problem, String form,
        Map<String, String> typed) {

    public LessonPair pair() {
        return shown.pair();
    }

    public String path() {
        return "/registers/pairs/" + pair().id();
    }

    public String title() {
        return pairs.two(pair().two(), shown.names());
    }

    public LessonPair.Days days() {
        return pair().days(shown.today());
    }

    public boolean chosen(Period term) {
        return term.equals(shown.term());
    }

    /** The Monday of a week of the term that is shown. */
    public String monday(int week) {
        Period term = shown.term();
        return term == null
                ? ""
                : SchoolCalendar.monday(term.days().first()).plusWeeks(week - 1L).toString();
    }

    /** What the plan says, or, beside it, what was recorded. */
    public String what(Matching.Line line) {
        PlannedLesson planned = line.planned();
        if (planned != null) {
            return planned.topic().isEmpty()
                    ? planned.subject()
                    : words.m().t("register.plan.what", planned.subject(), planned.topic());
        }
        return line.lesson() == null ? "" : line.lesson().brief().title();
    }

    public String teachers(Matching.Line line) {
        PlannedLesson planned = line.planned();
        if (planned == null) {
            return line.lesson() == null ? "" : String.join("、", line.lesson().brief().people());
        }
        return words.m().t("register.plan.teachers", name(planned.giverTeacher()), name(planned.receiverTeacher()));
    }

    private String name(@Nullable UUID person) {
        String name = shown.name(person);
        return name.isEmpty() ? words.m().t("register.plan.open") : name;
    }

    public boolean fewForms() {
        return !pair().two().classes() && pair().forms().size() < LessonPair.FORMS;
    }

    public String typed(String of, String name, String otherwise) {
        return form.equals(of) ? typed.getOrDefault(name, otherwise) : otherwise;
    }

    public boolean wrong(String of) {
        return form.equals(of) && !problem.isEmpty();
    }

    public boolean ended() {
        return pair().ending() != null;
    }
}
