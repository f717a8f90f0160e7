package org.jiaogongti.platform.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.register.WeakEntry;
import org.jiaogongti.platform.register.WeakKey;
import org.jiaogongti.platform.register.model.Reviewing.Asked;
import org.jiaogongti.platform.register.model.Reviewing.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which terms ask for a review, by days counted by hand. */
class ReviewingTest {

    private static final List<Period> TERMS = List.of(term("2022-2023-2", "2023-02-06", "2023-06-30"),
            term("2023-2024-1", "2023-09-01", "2024-01-23"), term("2023-2024-2", "2024-02-26", "2024-06-28"),
            term("2024-2025-1", "2024-09-02", "2025-01-22"));

    private static Period term(String name, String first, String last) {
        return new Period(name, PeriodKind.TERM, new DateRange(LocalDate.parse(first), LocalDate.parse(last)), null);
    }

    private static WeakEntry entry(String from, @Nullable String to) {
        return new WeakEntry(new WeakKey(new UUID(1, 1), "数学", LocalDate.parse(from)), new UUID(2, 2),
                to == null ? null : LocalDate.parse(to));
    }

    private static List<String> asked(WeakEntry entry, String day, String... written) {
        return Reviewing.asked(entry, TERMS, List.of(written), LocalDate.parse(day)).stream()
                .map(each -> each.term() + " " + each.state()).toList();
    }

    @Test
    void theLatestTermThatEndedIsLateAndOlderOnesAreGaps() {
        assertThat(asked(entry("2022-09-01", null), "2024-11-20", "2023-2024-1")).containsExactly(
                "2024-2025-1 NOT_YET", "2023-2024-2 LATE", "2023-2024-1 WRITTEN", "2022-2023-2 GAP");
    }

    /** The last day of the term is 2025-01-22; 28 days before it lies 2024-12-25. */
    @Test
    void itIsTimeInTheLastFourWeeksAndOnTheLastDayStill() {
        assertThat(asked(entry("2024-09-02", null), "2024-12-25")).containsExactly("2024-2025-1 NOT_YET");
        assertThat(asked(entry("2024-09-02", null), "2024-12-26")).containsExactly("2024-2025-1 DUE");
        assertThat(asked(entry("2024-09-02", null), "2025-01-22")).containsExactly("2024-2025-1 DUE");
        assertThat(asked(entry("2024-09-02", null), "2025-01-23")).containsExactly("2024-2025-1 LATE");
    }

    @Test
    void aTermAsksOnlyWhereTheEntryWasListedForFourWeeksAndOnItsLastDay() {
        assertThat(asked(entry("2024-05-31", null), "2024-07-01")).containsExactly("2023-2024-2 LATE");
        assertThat(asked(entry("2024-06-01", null), "2024-07-01")).isEmpty();
        assertThat(asked(entry("2023-09-01", "2024-06-27"), "2024-07-01")).containsExactly("2023-2024-1 GAP");
        assertThat(asked(entry("2023-09-01", "2024-06-28"), "2024-07-01", "2023-2024-2"))
                .containsExactly("2023-2024-2 WRITTEN", "2023-2024-1 GAP");
    }

    @Test
    void whatIsLateIsCalledBeforeWhatIsDueAndGapsAreNot() {
        LocalDate by = LocalDate.parse("2024-06-28");
        Asked late = new Asked("2023-2024-2", by, State.LATE);
        Asked due = new Asked("2024-2025-1", by, State.DUE);
        assertThat(Reviewing.called(List.of(due, late))).contains(late);
        assertThat(Reviewing.called(List.of(due, new Asked("2022-2023-2", by, State.GAP)))).contains(due);
        assertThat(Reviewing.called(List.of(new Asked("2022-2023-2", by, State.GAP)))).isEmpty();
    }
}
