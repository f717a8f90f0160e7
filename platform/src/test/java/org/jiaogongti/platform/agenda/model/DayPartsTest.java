package org.jiaogongti.platform.agenda.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.school.Bell;
import org.jiaogongti.platform.school.Site;
import org.junit.jupiter.api.Test;

class DayPartsTest {

    private static final Site PLACE = Site.main(new UUID(0, 1));

    /** Three periods before noon and two after: 9:00, 9:50, 10:40, 14:00, 14:50, forty minutes each. */
    private static final List<Bell> BELLS = bells("09:00", "09:50", "10:40", "14:00", "14:50");

    private static List<Bell> bells(String... starts) {
        List<Bell> bells = new ArrayList<>();
        for (String start : starts) {
            LocalTime from = LocalTime.parse(start);
            bells.add(new Bell(PLACE, bells.size() + 1, LocalDate.of(2024, 9, 1), null, from, from.plusMinutes(40)));
        }
        return bells;
    }

    private static Optional<Span> told(String from, String to) {
        return Optional.of(new Span(LocalTime.parse(from), LocalTime.parse(to), true));
    }

    @Test
    void aPeriodOfTheMorningOrAfternoonIsCountedWithinItsHalf() {
        assertThat(DayParts.span("am-2", 1, BELLS)).isEqualTo(told("09:50", "10:30"));
        assertThat(DayParts.span("pm-1", 1, BELLS)).as("the fourth of the day").isEqualTo(told("14:00", "14:40"));
    }

    @Test
    void severalLessonsGoOnButNotPastTheirHalf() {
        assertThat(DayParts.span("am-2", 2, BELLS)).isEqualTo(told("09:50", "11:20"));
        assertThat(DayParts.span("am-3", 2, BELLS)).isEqualTo(told("10:40", "11:20"));
    }

    @Test
    void wholePartsReachFromTheFirstBellToTheLast() {
        assertThat(DayParts.span("am", 1, BELLS)).isEqualTo(told("09:00", "11:20"));
        assertThat(DayParts.span("pm", 1, BELLS)).isEqualTo(told("14:00", "15:30"));
        assertThat(DayParts.span("day", 1, BELLS)).isEqualTo(told("09:00", "15:30"));
    }

    @Test
    void withoutBellsTheUsualTimeIsComparedAndNotTold() {
        Span usual = DayParts.span("am-2", 1, List.of()).orElseThrow();
        assertThat(usual.told()).isFalse();
        assertThat(usual.from()).isEqualTo(LocalTime.of(9, 10));
        assertThat(usual.to()).isEqualTo(LocalTime.of(9, 50));
        assertThat(DayParts.span("am-4", 1, BELLS).orElseThrow().told()).as("no fourth bell here").isFalse();
        assertThat(DayParts.span("evening", 1, BELLS).orElseThrow().told()).isFalse();
        assertThat(DayParts.ofPeriod(5, List.of()).from()).isEqualTo(LocalTime.of(13, 10));
    }

    @Test
    void nothingIsKnownWhereNothingIsSaid() {
        assertThat(DayParts.span("", 1, BELLS)).isEmpty();
    }
}
