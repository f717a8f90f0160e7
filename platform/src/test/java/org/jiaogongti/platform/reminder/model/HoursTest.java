package org.jiaogongti.platform.reminder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Random;
import org.jiaogongti.platform.reminder.Habit;
import org.jiaogongti.platform.reminder.WorkingDays;
import org.junit.jupiter.api.Test;

/** When a letter may go. */
class HoursTest {

    private static final WorkingDays DAYS = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
            && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    private static Habit habit(String digest, String from, String to) {
        return new Habit(true, LocalTime.parse(digest), LocalTime.parse(from), LocalTime.parse(to));
    }

    private static boolean goes(Habit habit, String at) {
        return Hours.letter(habit, LocalDateTime.parse("2024-11-" + at), Optional.empty(), DAYS);
    }

    @Test
    void aLetterGoesFromItsTimeOnOnceAWorkingDay() {
        Habit habit = habit("08:00", "20:00", "07:00");
        assertThat(goes(habit, "20T07:59")).isFalse();
        assertThat(goes(habit, "20T08:00")).isTrue();
        assertThat(goes(habit, "20T19:59")).as("the server was off in the morning").isTrue();
        assertThat(goes(habit, "20T20:00")).as("quiet").isFalse();
        assertThat(goes(habit, "23T09:00")).as("a Saturday").isFalse();
        assertThat(Hours.letter(habit, LocalDateTime.parse("2024-11-20T09:00"),
                Optional.of(LocalDate.parse("2024-11-20")), DAYS)).as("not twice").isFalse();
        assertThat(Hours.letter(habit, LocalDateTime.parse("2024-11-21T09:00"),
                Optional.of(LocalDate.parse("2024-11-20")), DAYS)).isTrue();
    }

    /** 2024-11-22 is a Friday, 23 a Saturday, 25 a Monday. */
    @Test
    void newsGoAtOnceButNotIntoQuietHoursNorIntoDaysOffThatCanWait() {
        Habit habit = habit("08:00", "20:00", "07:00");
        assertThat(news(habit, "22T07:30", 29)).as("before the day's letter").isTrue();
        assertThat(news(habit, "22T21:00", 25)).isFalse();
        assertThat(news(habit, "23T09:00", 29)).as("a Friday can wait for Monday").isFalse();
        assertThat(news(habit, "23T09:00", 26)).isFalse();
        assertThat(news(habit, "23T09:00", 25)).as("on Monday it would be too late").isTrue();
        assertThat(news(habit, "23T09:00", 24)).isTrue();
        assertThat(news(habit, "23T22:00", 24)).isFalse();
    }

    private static boolean news(Habit habit, String at, int about) {
        return Hours.news(habit, LocalDateTime.parse("2024-11-" + at), LocalDate.of(2024, 11, about), DAYS);
    }

    @Test
    void quietHoursMayGoOverMidnightAndMayBeNone() {
        assertThat(Hours.quiet(habit("08:00", "20:00", "07:00"), LocalTime.of(23, 0))).isTrue();
        assertThat(Hours.quiet(habit("08:00", "20:00", "07:00"), LocalTime.of(6, 59))).isTrue();
        assertThat(Hours.quiet(habit("08:00", "20:00", "07:00"), LocalTime.of(7, 0))).isFalse();
        assertThat(Hours.quiet(habit("08:00", "12:00", "14:00"), LocalTime.of(13, 0))).isTrue();
        assertThat(Hours.quiet(habit("08:00", "12:00", "14:00"), LocalTime.of(14, 0))).isFalse();
        assertThat(Hours.quiet(habit("08:00", "00:00", "00:00"), LocalTime.of(3, 0))).isFalse();
        assertThat(goes(habit("06:30", "20:00", "07:00"), "20T06:45")).as("waits for the quiet hours' end").isFalse();
        assertThat(goes(habit("06:30", "20:00", "07:00"), "20T07:00")).isTrue();
    }

    /** A server that looks every few minutes, over weeks of any habit. */
    @Test
    void noHabitGetsTwoLettersADayOrOneInItsQuietHours() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Habit habit = new Habit(true, time(random), time(random), time(random));
            Optional<LocalDate> last = Optional.empty();
            LocalDateTime now = LocalDateTime.parse("2024-11-01T00:00");
            for (int look = 0; look < 2000; look++) {
                now = now.plus(Duration.ofMinutes(1 + random.nextInt(40)));
                if (Hours.letter(habit, now, last, DAYS)) {
                    assertThat(last).isNotEqualTo(Optional.of(now.toLocalDate()));
                    assertThat(Hours.quiet(habit, now.toLocalTime())).isFalse();
                    assertThat(now.toLocalTime()).isAfterOrEqualTo(habit.digest());
                    assertThat(DAYS.works(now.toLocalDate())).isTrue();
                    last = Optional.of(now.toLocalDate());
                }
            }
        }
    }

    private static LocalTime time(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }
}
