package org.jiaogongti.charter.appraising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** What a school year's appraisal is about: the instances of the year and of the terms that lie inside it. */
public final class Standings {

    private Standings() {}

    /**
     * The instances that count in the appraisal, in the order of their key: those that are optional, waived or suspended
     * are left out.
     *
     * @param year a period of the world's calendar
     * @throws IllegalArgumentException where the calendar has no such year
     */
    public static List<Standing> of(Counting counting, Collection<? extends Fact> facts, Collection<Waiver> waivers,
            String year, LocalDate asOf) {
        List<String> periods = periods(counting.world(), year);
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

    private static List<String> periods(World world, String year) {
        Period whole = world.periods().stream()
                .filter(period -> period.kind() == PeriodKind.SCHOOL_YEAR && period.name().equals(year)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the calendar has no school year " + year
                        + "\nName one of its school-year periods."));
        List<String> inside = new ArrayList<>(List.of(year));
        for (Period period : world.periods()) {
            if (period.kind() == PeriodKind.TERM && whole.days().contains(period.days().first())
                    && whole.days().contains(period.days().last())) {
                inside.add(period.name());
            }
        }
        return inside;
    }

    private static boolean appraised(Status status) {
        return switch (status) {
            case MET, OPEN, MISSED, NOT_YET -> true;
            case OPTIONAL, WAIVED, SUSPENDED -> false;
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
