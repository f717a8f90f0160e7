package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiaogongti.charter.Fact;
import org.jspecify.annotations.Nullable;

/** Facts to progress for a whole set, in one pass. */
public final class Evaluation {

    private final LocalDate asOf;
    private final List<Progress> progress;
    private final List<Waiver> pointless;

    private Evaluation(LocalDate asOf, List<Progress> progress, List<Waiver> pointless) {
        this.asOf = asOf;
        this.progress = List.copyOf(progress);
        this.pointless = List.copyOf(pointless);
    }

    /**
     * Judges every instance on a day.
     *
     * @param facts in any order; parts with the same source are one record
     * @param waivers at most one per instance
     */
    public static Evaluation of(Counting counting, Collection<? extends Fact> facts, Collection<Waiver> waivers,
            LocalDate asOf) {
        Map<InstanceKey, Instance> instances = new HashMap<>();
        Map<InstanceKey, Integer> counted = new HashMap<>();
        counting.instances().forEach(instance -> instances.put(instance.key(), instance));
        for (List<Fact> record : records(facts)) {
            for (Fact fact : record) {
                for (Instance instance : counting.instancesFrom(fact)) {
                    if (instance.exists(asOf)) {
                        instances.merge(instance.key(), instance, Evaluation::earlier);
                    }
                }
            }
            for (Contribution contribution : counting.contributionsOf(record)) {
                if (!contribution.countsOn().isAfter(asOf)) {
                    counted.merge(contribution.key(), contribution.amount(), Math::addExact);
                }
            }
        }
        Map<InstanceKey, Waiver> byKey = new HashMap<>();
        waivers.forEach(waiver -> byKey.put(waiver.key(), waiver));
        List<Progress> progress = new ArrayList<>();
        for (Instance instance : new TreeMap<>(instances).values()) {
            progress.add(counting.progress(instance, counted.getOrDefault(instance.key(), 0),
                    byKey.get(instance.key()), asOf));
        }
        List<Waiver> pointless = waivers.stream().filter(waiver -> !instances.containsKey(waiver.key())).toList();
        return new Evaluation(asOf, progress, pointless);
    }

    private static Instance earlier(Instance left, Instance right) {
        return right.existsFrom().isBefore(left.existsFrom()) ? right : left;
    }

    /** Facts by their record, each record's parts in order of their number. */
    public static Collection<List<Fact>> records(Collection<? extends Fact> facts) {
        Map<String, List<Fact>> records = new LinkedHashMap<>();
        for (Fact fact : facts) {
            List<Fact> record = records.get(fact.source());
            if (record == null) {
                records.put(fact.source(), List.of(fact));
            } else {
                List<Fact> more = new ArrayList<>(record);
                more.add(fact);
                more.sort((a, b) -> a.part().length() == b.part().length()
                        ? a.part().compareTo(b.part())
                        : Integer.compare(a.part().length(), b.part().length()));
                records.put(fact.source(), more);
            }
        }
        return records.values();
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Every instance that exists on the day, in the order of its key. */
    public List<Progress> progress() {
        return progress;
    }

    public @Nullable Progress progress(InstanceKey key) {
        for (Progress each : progress) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return null;
    }

    /** Decisions about instances that do not exist; they change nothing. */
    public List<Waiver> pointlessWaivers() {
        return pointless;
    }
}
