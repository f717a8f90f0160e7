package org.jiaogongti.platform.school.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.school.CalendarLine;
import org.jiaogongti.platform.school.CalendarProblem;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.school.Phase;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.junit.jupiter.api.Test;

/** From one calendar to another and back, against looking at every day. */
class DifferencesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 9, 2);
    private static final int DAYS = 60;

    private static DateRange days(int from, int to) {
        return new DateRange(FIRST.plusDays(from), FIRST.plusDays(to));
    }

    /** Up to three terms one after the other, some closed days, perhaps a round with a phase. */
    private static SchoolCalendar random(Random random) {
        List<Period> periods = new ArrayList<>();
        List<Phase> phases = new ArrayList<>();
        TreeSet<Integer> edges = new TreeSet<>();
        int terms = random.nextInt(4);
        while (edges.size() < terms * 2) {
            edges.add(random.nextInt(DAYS));
        }
        List<Integer> sorted = List.copyOf(edges);
        for (int i = 0; i < terms; i++) {
            periods.add(new Period("t" + random.nextInt(3) + i, PeriodKind.TERM,
                    days(sorted.get(2 * i), sorted.get(2 * i + 1)), null));
        }
        if (random.nextBoolean()) {
            periods.add(new Period("r", PeriodKind.ROUND, days(0, 30 + random.nextInt(20)), null));
            phases.add(new Phase("r", "p" + random.nextInt(2), days(random.nextInt(5), 10)));
        }
        List<ClosedDay> closed = new ArrayList<>();
        random.ints(random.nextInt(5), 0, DAYS).distinct()
                .forEach(day -> closed.add(new ClosedDay(FIRST.plusDays(day), "放假" + random.nextInt(2))));
        return new SchoolCalendar(periods, phases, closed);
    }

    @Test
    void whatDiffersLeadsFromOneToTheOtherAndBack() {
        Random random = new Random(20241120);
        for (int run = 0; run < 500; run++) {
            SchoolCalendar before = random(random);
            SchoolCalendar after = random(random);
            List<CalendarLine> lines = Differences.of(before, after);
            assertThat(Differences.applied(before, lines).mark()).isEqualTo(after.mark());
            assertThat(Differences.applied(after, lines.stream().map(CalendarLine::reversed).toList()).mark())
                    .isEqualTo(before.mark());
            assertThat(Differences.stand(after, lines)).isTrue();
            assertThat(lines.isEmpty()).isEqualTo(before.mark().equals(after.mark()));
            if (!lines.isEmpty()) {
                assertThat(Differences.stand(before, lines)).isFalse();
            }
        }
    }

    @Test
    void theDaysThatChangeTheirTermAreThoseThatDoDayByDay() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            SchoolCalendar before = random(random);
            SchoolCalendar after = random(random);
            List<DateRange> moved = TermShift.days(before, after);
            for (int i = -1; i <= DAYS; i++) {
                LocalDate day = FIRST.plusDays(i);
                boolean differs = !term(before, day).equals(term(after, day));
                assertThat(moved.stream().anyMatch(range -> range.contains(day))).as("%s", day).isEqualTo(differs);
            }
        }
    }

    private static String term(SchoolCalendar calendar, LocalDate day) {
        return calendar.terms().stream().filter(term -> term.days().contains(day)).map(Period::name).findFirst()
                .orElse("");
    }

    @Test
    void whatIsOverIsTouchedOnlyByWhatReachesIt() {
        Period over = new Period("a", PeriodKind.TERM, days(0, 10), null);
        Period now = new Period("b", PeriodKind.TERM, days(20, 40), null);
        SchoolCalendar calendar = new SchoolCalendar(List.of(over, now), List.of(), List.of());
        LocalDate today = FIRST.plusDays(25);
        assertThat(touches(calendar, new Period("b", PeriodKind.TERM, days(18, 40), null), today)).isFalse();
        assertThat(touches(calendar, new Period("a", PeriodKind.TERM, days(0, 11), null), today)).isTrue();
        assertThat(touches(calendar, new Period("b", PeriodKind.TERM, days(20, 24), null), today))
                .as("ends it before today").isTrue();
        SchoolCalendar closed = calendar.with(new SchoolCalendar(List.of(), List.of(),
                List.of(new ClosedDay(FIRST.plusDays(5), "放假"))));
        assertThat(Differences.touchEnded(calendar, Differences.of(calendar, closed), today)).isTrue();
    }

    private static boolean touches(SchoolCalendar calendar, Period changed, LocalDate today) {
        SchoolCalendar after = calendar.with(new SchoolCalendar(List.of(changed), List.of(), List.of()));
        return Differences.touchEnded(calendar, Differences.of(calendar, after), today);
    }

    @Test
    void aCalendarThatMakesNoSenseIsSaidPlainly() {
        Period year = new Period("2024-2025", PeriodKind.SCHOOL_YEAR, days(0, 50), null);
        Period term = new Period("2024-2025-1", PeriodKind.TERM, days(0, 20), FIRST.plusDays(8));
        Period crossing = new Period("2024-2025-2", PeriodKind.TERM, days(20, 55), null);
        Period round = new Period("2024-2027", PeriodKind.ROUND, days(0, 40), null);
        SchoolCalendar bad = new SchoolCalendar(List.of(year, term, crossing, round),
                List.of(new Phase("2024-2027", "前期准备", days(0, 10)), new Phase("2024-2027", "开展工作", days(10, 20)),
                        new Phase("2024-2027", "考核评估", days(18, 30)), new Phase("2024-2027", "总结", days(400, 420))),
                List.of(new ClosedDay(FIRST, "放假"), new ClosedDay(FIRST, "休息")));
        assertThat(CalendarCheck.problems(bad)).extracting(CalendarProblem::key).containsExactlyInAnyOrder(
                "school.calendar.bad.crossing", "school.calendar.bad.outside", "school.calendar.bad.midterm",
                "school.calendar.bad.phase", "school.calendar.bad.phases", "school.calendar.bad.twice");
    }
}
