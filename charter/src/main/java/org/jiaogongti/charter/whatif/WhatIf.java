package org.jiaogongti.charter.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.counting.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * The same facts under another number or reading, such as {@code charter.reading("节数怎么合计", "每所成员校")} or
 * {@code charter.quantity("Q21", new Quantity.AtLeast(20))}.
 */
public final class WhatIf {

    private WhatIf() {}

    /**
     * One instance under both charters.
     *
     * @param now null where only the other charter has it
     * @param then null where the other charter no longer has it
     */
    public record Change(InstanceKey key, @Nullable Progress now, @Nullable Progress then) {

        /** Not failing now, failing then: not reached although its days are over, or more left to do. */
        public boolean fails() {
            return then != null && fallsShort(then) && (now == null || !fallsShort(now) || then.left() > now.left());
        }

        private static boolean fallsShort(Progress progress) {
            return switch (progress.status()) {
                case OPEN, MISSED, NOT_YET -> true;
                case MET, OPTIONAL, WAIVED, SUSPENDED -> false;
            };
        }

        public boolean differs() {
            return now == null || then == null || now.status() != then.status() || now.target() != then.target()
                    || now.counted() != then.counted();
        }
    }

    /**
     * Both charters side by side.
     *
     * @param changes instances that differ, in the order of their keys
     * @param more by unit, what would be left to do beyond what is left now; negative where it is less
     * @param owed by unit, what all targets together ask for then
     * @param hours teacher-hours of {@code more}, by {@code load}
     */
    public record Comparison(List<Change> changes, Map<String, Integer> more, Map<String, Integer> owed, int hours,
            Load load) {
        public Comparison {
            changes = List.copyOf(changes);
            more = Map.copyOf(more);
            owed = Map.copyOf(owed);
        }

        /** Instances that would fall short, or shorter. */
        public List<Change> failing() {
            return changes.stream().filter(Change::fails).toList();
        }
    }

    /** @param facts parts with the same source are one record */
    public static Comparison compare(World world, Charter now, Charter then, Collection<? extends Fact> facts,
            Collection<Waiver> waivers, LocalDate asOf, Load load) {
        SortedMap<InstanceKey, Progress> before = byKey(world, now, facts, waivers, asOf);
        SortedMap<InstanceKey, Progress> after = byKey(world, then, facts, waivers, asOf);
        Map<String, Integer> more = new TreeMap<>();
        Map<String, Integer> owed = new TreeMap<>();
        before.forEach((key, progress) -> more.merge(unit(now, key), -left(progress), Integer::sum));
        after.forEach((key, progress) -> {
            more.merge(unit(then, key), left(progress), Integer::sum);
            owed.merge(unit(then, key), progress.target(), Integer::sum);
        });
        TreeMap<InstanceKey, Progress> both = new TreeMap<>(before);
        both.putAll(after);
        List<Change> changes = new ArrayList<>();
        for (InstanceKey key : both.keySet()) {
            Change change = new Change(key, before.get(key), after.get(key));
            if (change.differs()) {
                changes.add(change);
            }
        }
        return new Comparison(changes, more, owed, load.hours(more), load);
    }

    /**
     * Decisions as they hold under another charter. One that waives an instance wholly waives each part that the other
     * charter splits it into; a lowered target holds where the instance stays and owes more than it.
     *
     * @param instances what is owed under the other charter
     */
    public static List<Waiver> carried(Collection<Waiver> waivers, Collection<Instance> instances) {
        Map<InstanceKey, Waiver> byKey = new HashMap<>();
        waivers.forEach(waiver -> byKey.put(waiver.key(), waiver));
        List<Waiver> carried = new ArrayList<>();
        for (Instance instance : instances) {
            InstanceKey key = instance.key();
            Waiver own = byKey.get(key);
            Waiver whole = byKey.get(new InstanceKey(key.duty(), key.bearer(), InstanceKey.NOBODY, key.period()));
            if (own != null) {
                Integer target = own.target();
                if (target == null || target < instance.target()) {
                    carried.add(own);
                }
            } else if (whole != null && whole.wholly()) {
                carried.add(new Waiver(key, null, whole.decidedOn()));
            }
        }
        return carried;
    }

    private static SortedMap<InstanceKey, Progress> byKey(World world, Charter charter,
            Collection<? extends Fact> facts,
            Collection<Waiver> waivers, LocalDate asOf) {
        TreeMap<InstanceKey, Progress> byKey = new TreeMap<>();
        Counting counting = new Counting(charter, world);
        List<Instance> instances = new ArrayList<>(counting.instances());
        facts.forEach(fact -> instances.addAll(counting.instancesFrom(fact)));
        Evaluation.of(counting, facts, carried(waivers, instances), asOf).progress()
                .forEach(progress -> byKey.put(progress.key(), progress));
        return byKey;
    }

    private static int left(Progress progress) {
        boolean owes = progress.instance().modality() != Modality.MAY && progress.status() != Status.WAIVED
                && progress.status() != Status.SUSPENDED;
        return owes ? progress.left() : 0;
    }

    private static String unit(Charter charter, InstanceKey key) {
        return charter.obligation(key.duty()).map(duty -> duty.head().unit()).orElse("");
    }
}
