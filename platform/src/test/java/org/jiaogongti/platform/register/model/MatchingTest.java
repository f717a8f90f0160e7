package org.jiaogongti.platform.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.activity.SharedLesson;
import org.jiaogongti.platform.register.PlannedLesson;
import org.junit.jupiter.api.Test;

/** A plan held against what was recorded. The term begins on Monday, 2 September: week 7 is 14 to 20 October. */
class MatchingTest {

    private static final UUID PAIR = new UUID(9, 9);
    private static final Period TERM = new Period("2024-2025-1", PeriodKind.TERM,
            new DateRange(LocalDate.parse("2024-09-02"), LocalDate.parse("2025-01-22")), null);

    private static PlannedLesson planned(int week, String subject) {
        return new PlannedLesson(new UUID(5, week), PAIR, TERM.name(), week, subject, "", null, null);
    }

    private static SharedLesson held(String day, String subject, String name, boolean disputed, Occasion.State state) {
        return new SharedLesson(new OccasionBrief(new UUID(6, 6), LocalDate.parse(day), new UUID(7, 7), null, state, "",
                "", List.of()), Set.of(), subject, name, Map.of(), disputed);
    }

    private static List<String> matched(List<PlannedLesson> plan, List<SharedLesson> held, String today) {
        return Matching.of(TERM, plan, held, LocalDate.parse(today)).stream()
                .map(line -> line.week() + (line.planned() == null ? " beside " : " ") + line.state()).toList();
    }

    @Test
    void aLessonMeetsOnePlannedOneOfItsWeekAndSubject() {
        SharedLesson first = held("2024-10-14", "科学", "", false, Occasion.State.HELD);
        SharedLesson second = held("2024-10-20", "科学", "", false, Occasion.State.HELD);
        assertThat(matched(List.of(planned(7, "科学")), List.of(second, first), "2024-11-20"))
                .containsExactly("7 HELD", "7 beside HELD");
        assertThat(matched(List.of(planned(7, "英语")), List.of(first), "2024-11-20")).containsExactly("7 MISSED",
                "7 beside HELD");
        assertThat(matched(List.of(planned(8, "科学")), List.of(second), "2024-10-21")).containsExactly("7 beside HELD",
                "8 TO_COME");
    }

    @Test
    void aWeekHasPassedWithItsSunday() {
        assertThat(matched(List.of(planned(7, "科学")), List.of(), "2024-10-20")).containsExactly("7 TO_COME");
        assertThat(matched(List.of(planned(7, "科学")), List.of(), "2024-10-21")).containsExactly("7 MISSED");
    }

    @Test
    void announcedAndDisputedAreNoPlainLessons() {
        assertThat(matched(List.of(planned(7, "科学")),
                List.of(held("2024-10-15", "科学", "", false, Occasion.State.PLANNED)), "2024-10-01"))
                .containsExactly("7 ANNOUNCED");
        assertThat(matched(List.of(planned(7, "科学")),
                List.of(held("2024-10-15", "科学", "", true, Occasion.State.HELD)), "2024-11-01"))
                .containsExactly("7 DISPUTED");
        assertThat(matched(List.of(), List.of(held("2025-02-20", "科学", "", false, Occasion.State.HELD)), "2025-03-01"))
                .as("another term").isEmpty();
    }

    @Test
    void aPairOfClassesHasTheLessonsOfItsClassesAndThoseThatNameNone() {
        SharedLesson named = held("2024-10-15", "科学", "五(1)班", false, Occasion.State.HELD);
        assertThat(Matching.ofClasses(named, "五年级1班", "五年级2班")).isTrue();
        assertThat(Matching.ofClasses(named, "五年级3班", "五年级2班")).isFalse();
        assertThat(Matching.ofClasses(named, "", "")).isTrue();
        assertThat(Matching.ofClasses(held("2024-10-15", "科学", "", false, Occasion.State.HELD), "五年级3班", "五年级2班"))
                .isTrue();
    }
}
