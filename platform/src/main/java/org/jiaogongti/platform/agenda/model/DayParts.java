package org.jiaogongti.platform.agenda.model;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.platform.school.Bell;

/**
 * The time of a part of the day such as 上午第2节, by the bells of the place. The morning's periods are those that begin
 * before noon. A place without bells has the usual times, which nobody is told.
 */
public final class DayParts {

    private static final LocalTime NOON = LocalTime.NOON;
    private static final Duration LESSON = Duration.ofMinutes(40);
    private static final Duration STEP = Duration.ofMinutes(50);
    private static final Span MORNING = new Span(LocalTime.of(8, 20), NOON, false);
    private static final Span AFTERNOON = new Span(LocalTime.of(13, 10), LocalTime.of(17, 0), false);
    private static final Span EVENING = new Span(LocalTime.of(18, 0), LocalTime.of(21, 0), false);
    private static final int MORNING_PERIODS = 4;

    private DayParts() {}

    /**
     * Empty where no part of the day is named.
     *
     * @param part a code such as {@code am-2}
     * @param lessons how many periods it goes on for, 1 or more; never past noon or the end of the day
     * @param bells those that ring at the place on that day
     */
    public static Optional<Span> span(String part, int lessons, Collection<Bell> bells) {
        List<Bell> morning = half(bells, true);
        List<Bell> afternoon = half(bells, false);
        int dash = part.indexOf('-');
        if (dash > 0) {
            boolean early = part.startsWith("am");
            return Optional.of(periods(early ? morning : afternoon, Integer.parseInt(part.substring(dash + 1)), lessons,
                    early ? MORNING : AFTERNOON));
        }
        return switch (part) {
            case "am" -> Optional.of(whole(morning, MORNING));
            case "pm" -> Optional.of(whole(afternoon, AFTERNOON));
            case "evening" -> Optional.of(EVENING);
            case "day" -> Optional.of(whole(half(bells), new Span(MORNING.from(), AFTERNOON.to(), false)));
            default -> Optional.empty();
        };
    }

    /** The time of a lesson of a timetable. */
    public static Span ofPeriod(int period, Collection<Bell> bells) {
        return bells.stream().filter(bell -> bell.period() == period).findFirst()
                .map(bell -> new Span(bell.starts(), bell.ends(), true))
                .orElseGet(() -> period <= MORNING_PERIODS
                        ? usual(MORNING, period, 1)
                        : usual(AFTERNOON, period - MORNING_PERIODS, 1));
    }

    private static List<Bell> half(Collection<Bell> bells, boolean early) {
        return half(bells).stream().filter(bell -> bell.starts().isBefore(NOON) == early).toList();
    }

    private static List<Bell> half(Collection<Bell> bells) {
        return bells.stream().sorted(Comparator.comparing(Bell::starts)).toList();
    }

    private static Span whole(List<Bell> bells, Span usual) {
        return bells.isEmpty() ? usual : new Span(bells.getFirst().starts(), bells.getLast().ends(), true);
    }

    private static Span periods(List<Bell> bells, int first, int lessons, Span usual) {
        if (first > bells.size()) {
            return usual(usual, first, lessons);
        }
        int last = Math.min(bells.size(), first + lessons - 1);
        return new Span(bells.get(first - 1).starts(), bells.get(last - 1).ends(), true);
    }

    private static Span usual(Span half, int first, int lessons) {
        LocalTime from = half.from().plus(STEP.multipliedBy(first - 1L));
        LocalTime to = from.plus(STEP.multipliedBy(lessons - 1L)).plus(LESSON);
        LocalTime end = half.to().isAfter(from) ? half.to() : from.plus(LESSON);
        return new Span(from, to.isAfter(end) ? end : to, false);
    }
}
