package org.jiaogongti.platform.school.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.model.Festivals.Festival;
import org.junit.jupiter.api.Test;

/** The usual school year; every expected day was derived by hand from the official calendars. */
class NextYearTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);

    private static SchoolCalendar calendar(String... terms) {
        List<Period> periods = new ArrayList<>();
        for (String term : terms) {
            String[] field = term.split(" ");
            periods.add(new Period(field[0], PeriodKind.TERM,
                    new DateRange(LocalDate.parse(field[1]), LocalDate.parse(field[2])), null));
            String year = field[0].substring(0, 9);
            if (field[0].endsWith("-1")) {
                int start = Integer.parseInt(year.substring(0, 4));
                periods.add(new Period(year, PeriodKind.SCHOOL_YEAR,
                        new DateRange(LocalDate.of(start, 9, 1), LocalDate.of(start + 1, 8, 31)), null));
            }
        }
        return new SchoolCalendar(periods, List.of(), List.of());
    }

    /** Before Spring Festival 14, 11, 9, 18 and 7 days, after it 17, 13, 15, 16 and 19; the festival of 2026 is 17 February. */
    @Test
    void theNextYearIsAsTheLastFiveWere() {
        NextYear next = NextYear
                .after(calendar("2020-2021-1 2020-09-01 2021-01-29", "2020-2021-2 2021-03-01 2021-07-02",
                        "2021-2022-1 2021-09-01 2022-01-21", "2021-2022-2 2022-02-14 2022-06-30",
                        "2022-2023-1 2022-09-01 2023-01-13", "2022-2023-2 2023-02-06 2023-06-30",
                        "2023-2024-1 2023-09-01 2024-01-23", "2023-2024-2 2024-02-26 2024-06-28",
                        "2024-2025-1 2024-09-02 2025-01-22", "2024-2025-2 2025-02-17 2025-06-27"), TODAY);
        assertThat(next.grounds()).isEqualTo(new NextYear.Grounds(5, LocalDate.of(2026, 2, 17), 11, 16));
        assertThat(next.year().name()).isEqualTo("2025-2026");
        assertThat(next.year().days()).hasToString(
                new DateRange(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31)).toString());
        assertThat(next.terms()).containsExactly(
                new Period("2025-2026-1", PeriodKind.TERM,
                        new DateRange(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 2, 6)), LocalDate.of(2025, 11, 17)),
                // The middle week holds 1 May and the next one 4 May, so it is the one before.
                new Period("2025-2026-2", PeriodKind.TERM,
                        new DateRange(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 6, 26)), LocalDate.of(2026, 4, 20)));
        assertThat(next.closedDays()).extracting(each -> each.day() + " " + each.name()).containsExactly(
                "2025-10-01 国庆节、中秋节", "2025-10-02 国庆节、中秋节", "2025-10-03 国庆节、中秋节", "2025-10-04 国庆节、中秋节",
                "2025-10-05 国庆节、中秋节", "2025-10-06 国庆节、中秋节", "2025-10-07 国庆节、中秋节", "2025-10-08 国庆节、中秋节",
                "2026-01-01 元旦", "2026-04-06 清明节", "2026-05-01 劳动节", "2026-05-02 劳动节", "2026-05-03 劳动节",
                "2026-05-04 劳动节", "2026-05-05 劳动节", "2026-06-19 端午节");
    }

    @Test
    void aDistrictWithoutAnyYearBeginsWithTheOneOfToday() {
        SchoolCalendar none = new SchoolCalendar(List.of(), List.of(), List.of());
        assertThat(NextYear.after(none, TODAY).year().name()).isEqualTo("2024-2025");
        assertThat(NextYear.after(none, LocalDate.of(2025, 5, 1)).year().name()).isEqualTo("2024-2025");
        assertThat(NextYear.after(none, LocalDate.of(2025, 7, 1)).year().name()).isEqualTo("2025-2026");
        assertThat(NextYear.after(none, TODAY).grounds().years()).isZero();
    }

    /** As the State Council announced them; compared with what schools had off on weekdays. */
    @Test
    void holidaysFallWhereTheyFell() {
        assertThat(Festivals.springFestival(2020)).isEqualTo("2020-01-25");
        assertThat(Festivals.springFestival(2033)).isEqualTo("2033-01-31");
        assertThat(Festivals.of(Year.of(2024))).extracting(Festival::toString).containsExactly(
                festival("元旦", "2024-01-01", "2024-01-01"), festival("清明节", "2024-04-04", "2024-04-04"),
                festival("劳动节", "2024-05-01", "2024-05-05"), festival("端午节", "2024-06-10", "2024-06-10"),
                festival("中秋节", "2024-09-17", "2024-09-17"), festival("国庆节", "2024-10-01", "2024-10-07"));
        assertThat(Festivals.of(Year.of(2023)).getLast()).isEqualTo(
                new Festival("中秋节、国庆节", LocalDate.of(2023, 9, 29), LocalDate.of(2023, 10, 7)));
        assertThat(Festivals.of(Year.of(2020)).getLast()).isEqualTo(
                new Festival("国庆节、中秋节", LocalDate.of(2020, 10, 1), LocalDate.of(2020, 10, 8)));
        assertThat(Festivals.of(Year.of(2022)).get(4)).as("on a Saturday, so the Monday after it")
                .isEqualTo(new Festival("中秋节", LocalDate.of(2022, 9, 12), LocalDate.of(2022, 9, 12)));
    }

    private static String festival(String name, String first, String last) {
        return new Festival(name, LocalDate.parse(first), LocalDate.parse(last)).toString();
    }

    @Test
    void whateverYearIsProposedItMakesSenseAsACalendar() {
        SchoolCalendar known = new SchoolCalendar(List.of(), List.of(), List.of());
        for (int start : IntStream.rangeClosed(2019, 2060).toArray()) {
            NextYear next = NextYear.of(start, known);
            List<Period> periods = new ArrayList<>(next.terms());
            periods.add(next.year());
            SchoolCalendar proposed = new SchoolCalendar(periods, List.of(), next.closedDays());
            assertThat(CalendarCheck.problems(proposed)).as("%s", start).isEmpty();
            assertThat(next.terms()).allSatisfy(term -> {
                assertThat(term.days().first().getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
                assertThat(term.midtermWeek()).isNotNull();
                assertThat(SchoolCalendar.weeks(term)).isBetween(15, 25);
            });
            assertThat(next.closedDays()).extracting(ClosedDay::day).doesNotHaveDuplicates().isSorted();
        }
    }
}
