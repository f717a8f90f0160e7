package org.jiaogongti.charter.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.CodePointOrder;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.ForwardingWorld;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.whatif.WhatIf.Change;

/**
 * What a round came to in one community, and what it would have come to under the next round's charter. Each duty is counted
 * by both; only the instances of periods that belong to the round are looked at.
 *
 * @param duties by duty in the order of their ids
 * @param changes instances that come out otherwise, in the order of their keys
 */
public record RoundTrial(SortedMap<String, Sides> duties, List<Change> changes) {

    public RoundTrial {
        changes = List.copyOf(changes);
    }

    /** A duty as it was and as it would have been. */
    public record Sides(Result now, Result then) {}

    /**
     * What the instances of a duty came to.
     *
     * @param open still to be done on the day that is asked for
     * @param disputed things held that count nowhere while they are disputed
     * @param owed all targets together, without what was waived or suspended
     * @param left what is missing of them
     */
    public record Result(int met, int open, int missed, int waived, int suspended, int optional, int disputed,
            int owed, int left) {

        static final Result NONE = new Result(0, 0, 0, 0, 0, 0, 0, 0, 0);

        public int instances() {
            return met + open + missed + waived + suspended + optional;
        }

        Result and(Progress progress) {
            int target = progress.target();
            int missing = progress.left();
            return switch (progress.status()) {
                case MET ->
                    new Result(met + 1, open, missed, waived, suspended, optional, disputed, owed + target, left);
                case OPEN, NOT_YET -> new Result(met, open + 1, missed, waived, suspended, optional, disputed,
                        owed + target, left + missing);
                case MISSED -> new Result(met, open, missed + 1, waived, suspended, optional, disputed, owed + target,
                        left + missing);
                case WAIVED -> new Result(met, open, missed, waived + 1, suspended, optional, disputed, owed, left);
                case SUSPENDED -> new Result(met, open, missed, waived, suspended + 1, optional, disputed, owed, left);
                case OPTIONAL -> new Result(met, open, missed, waived, suspended, optional + 1, disputed, owed, left);
            };
        }

        Result disputing(int number) {
            return new Result(met, open, missed, waived, suspended, optional, number, owed, left);
        }

        /** Both together. */
        public Result plus(Result other) {
            return new Result(met + other.met, open + other.open, missed + other.missed, waived + other.waived,
                    suspended + other.suspended, optional + other.optional, disputed + other.disputed,
                    owed + other.owed, left + other.left);
        }
    }

    /**
     * Tries a difference on what a community did in a round.
     *
     * @param now the charter in force
     * @param facts all that may count for the community
     * @param waivers decisions about its instances
     */
    public static RoundTrial of(World world, String community, Charter now, Difference difference, Round round,
            Collection<? extends Fact> facts, Collection<Waiver> waivers, LocalDate asOf) {
        World alone = new OneCommunity(world, community);
        Set<String> touched = difference.duties(now);
        Charter then = only(difference.always(now), touched);
        SortedMap<InstanceKey, Progress> before = progress(alone, now, round, facts, waivers, asOf);
        SortedMap<InstanceKey, Progress> after = progress(alone, then, round, facts, waivers, asOf);
        before.forEach((key, progress) -> {
            if (!touched.contains(key.duty())) {
                after.put(key, progress);
            }
        });
        SortedMap<String, Sides> duties = new TreeMap<>(CodePointOrder.INSTANCE);
        now.counted().forEach(duty -> duties.put(duty.id(), new Sides(Result.NONE, Result.NONE)));
        then.counted().forEach(duty -> duties.putIfAbsent(duty.id(), new Sides(Result.NONE, Result.NONE)));
        before.forEach((key, progress) -> duties.computeIfPresent(key.duty(),
                (_, sides) -> new Sides(sides.now().and(progress), sides.then())));
        after.forEach((key, progress) -> duties.computeIfPresent(key.duty(),
                (_, sides) -> new Sides(sides.now(), sides.then().and(progress))));
        disputes(now, round.days(), community, facts).forEach((duty, number) -> duties.computeIfPresent(duty,
                (_, sides) -> new Sides(sides.now().disputing(number), sides.then())));
        return new RoundTrial(duties, changes(before, after));
    }

    private static Charter only(Charter charter, Set<String> duties) {
        Predicate<Obligation> needed = duty -> duties.contains(duty.id()) || (duty instanceof Obligation.Counted counted
                && charter.counted().stream().anyMatch(other -> duties.contains(other.id())
                        && other.base().measure() instanceof Measure.Mentors mentors
                        && mentors.placements().equals(counted.id())));
        return charter.with(charter.obligations().stream().filter(needed).toList());
    }

    private static SortedMap<InstanceKey, Progress> progress(World world, Charter charter, Round round,
            Collection<? extends Fact> facts, Collection<Waiver> waivers, LocalDate asOf) {
        Counting counting = new Counting(charter, world);
        List<Instance> instances = new ArrayList<>(counting.instances());
        facts.forEach(fact -> instances.addAll(counting.instancesFrom(fact)));
        SortedMap<InstanceKey, Progress> progress = new TreeMap<>();
        Evaluation.of(counting, facts, WhatIf.carried(waivers, instances), asOf).progress().stream()
                .filter(each -> counting.period(each.key().period()).flatMap(charter::roundOf).filter(round::equals)
                        .isPresent())
                .forEach(each -> progress.put(each.key(), each));
        return progress;
    }

    private static List<Change> changes(SortedMap<InstanceKey, Progress> before,
            SortedMap<InstanceKey, Progress> after) {
        TreeMap<InstanceKey, Progress> both = new TreeMap<>(before);
        both.putAll(after);
        return both.keySet().stream().map(key -> new Change(key, before.get(key), after.get(key)))
                .filter(Change::differs).toList();
    }

    private static Map<String, Integer> disputes(Charter charter, DateRange days, String community,
            Collection<? extends Fact> facts) {
        Map<String, Integer> disputes = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact instanceof OccasionPart part && part.state() == OccasionState.DISPUTED
                    && days.contains(part.date()) && part.community().equals(community)) {
                charter.counted().stream()
                        .filter(duty -> duty.base().measure().occasionKinds().contains(part.kind()))
                        .forEach(duty -> disputes.merge(duty.id(), 1, Integer::sum));
            }
        }
        return disputes;
    }

    /** A world in which the others are not asked about. */
    private record OneCommunity(World world, String community) implements ForwardingWorld {

        @Override
        public List<String> communities() {
            return List.of(community);
        }
    }
}
