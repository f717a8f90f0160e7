package org.jiaogongti.charter.appraising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.Contribution;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.counting.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * What a year's appraisal is about. Of a school year: its own instances and those of the terms that lie inside it. Of a
 * calendar year: its own instances, those of the terms that begin in it (spring and autumn) and those of the school year
 * that ends in it, so that each instance is appraised in exactly one year.
 */
public final class Standings {

    private Standings() {}

    /**
     * The instances that are appraised, in the order of their key: those that are waived or suspended are left out. What
     * is optional is given, since a scheme may have a bonus for it; it is in no mean.
     *
     * @param year a school year or calendar year of the world's calendar
     * @throws IllegalArgumentException where the calendar has no such year
     */
    public static List<Standing> of(Counting counting, Collection<? extends Fact> facts, Collection<Waiver> waivers,
            String year, LocalDate asOf) {
        Set<String> periods = periods(counting.world(), year).stream().map(Period::name)
                .collect(Collectors.toSet());
        Map<InstanceKey, Map<String, Integer>> led = led(counting, facts, asOf);
        List<Standing> standings = new ArrayList<>();
        for (Progress progress : Evaluation.of(counting, facts, waivers, asOf).progress()) {
            InstanceKey key = progress.key();
            if (periods.contains(key.period()) && appraised(progress.status())) {
                String clause = counting.charter().obligation(key.duty()).orElseThrow().head().quote().clause();
                standings.add(new Standing(progress, clause, led.getOrDefault(key, Map.of())));
            }
        }
        return standings;
    }

    /**
     * The periods whose instances are appraised with a year.
     *
     * @throws IllegalArgumentException where the calendar has no such year
     */
    public static List<Period> periods(World world, String year) {
        Period whole = world.periods().stream().filter(Standings::isYear)
                .filter(period -> period.name().equals(year)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The calendar has no year %s.%nName one of %s."
                        .formatted(year, world.periods().stream().filter(Standings::isYear).map(Period::name)
                                .toList())));
        return world.periods().stream().filter(period -> period.name().equals(year) || isIn(whole, period))
                .toList();
    }

    private static boolean isYear(Period period) {
        return period.kind() == PeriodKind.SCHOOL_YEAR || period.kind() == PeriodKind.CALENDAR_YEAR;
    }

    private static boolean isIn(Period year, Period period) {
        boolean begins = year.days().contains(period.days().first());
        boolean ends = year.days().contains(period.days().last());
        return switch (period.kind()) {
            case TERM -> begins && (ends || year.kind() == PeriodKind.CALENDAR_YEAR);
            case SCHOOL_YEAR -> ends && year.kind() == PeriodKind.CALENDAR_YEAR;
            case CALENDAR_YEAR, ROUND -> false;
        };
    }

    private static boolean appraised(Status status) {
        return switch (status) {
            case MET, OPEN, MISSED, NOT_YET, OPTIONAL -> true;
            case WAIVED, SUSPENDED -> false;
        };
    }

    private static Map<InstanceKey, Map<String, Integer>> led(Counting counting, Collection<? extends Fact> facts,
            LocalDate asOf) {
        Map<InstanceKey, Map<String, Integer>> led = new HashMap<>();
        for (List<Fact> record : Evaluation.records(facts)) {
            for (Contribution contribution : counting.contributionsOf(record)) {
                String leader = leader(counting.world(), record, contribution);
                if (leader != null && !contribution.countsOn().isAfter(asOf)) {
                    led.computeIfAbsent(contribution.key(), _ -> new HashMap<>()).merge(leader, contribution.amount(),
                            Math::addExact);
                }
            }
        }
        return led;
    }

    private static @Nullable String leader(World world, List<Fact> record, Contribution contribution) {
        for (Fact fact : record) {
            if (fact.part().equals(contribution.part())) {
                return switch (fact) {
                    case OccasionPart part -> home(world, part.ledBy(), part.date());
                    case Placement placement -> home(world, placement.fromSchool(), placement.start());
                };
            }
        }
        return null;
    }

    /** A teaching point's work is its central school's. */
    private static @Nullable String home(World world, @Nullable String school, LocalDate day) {
        return school == null ? null : world.centralSchool(school, day).orElse(school);
    }
}
