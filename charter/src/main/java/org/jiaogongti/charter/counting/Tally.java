package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiaogongti.charter.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Progress kept up to date, one changed record at a time. It remembers sums, not records: a change needs the record as
 * it was before. Memory grows with the instances and with the days still to come on which something counts. Not for
 * several threads at once.
 */
public final class Tally {

    private final Counting counting;
    private final Map<InstanceKey, Entry> entries = new HashMap<>();
    private final TreeMap<LocalDate, Map<InstanceKey, Integer>> toCome = new TreeMap<>();
    private final Map<InstanceKey, Waiver> waivers = new HashMap<>();
    private LocalDate asOf;

    public Tally(Counting counting, Collection<Waiver> waivers, LocalDate asOf) {
        this.counting = counting;
        this.asOf = asOf;
        counting.instances().forEach(instance -> entries.put(instance.key(), new Entry(instance)));
        waivers.forEach(waiver -> this.waivers.put(waiver.key(), waiver));
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Adds a record of one part. */
    public void add(Fact fact) {
        add(List.of(fact));
    }

    /** Adds a record, given with all its parts. */
    public void add(List<? extends Fact> record) {
        move(record, 1);
    }

    /** Takes a record out, given as it was added. */
    public void withdraw(List<? extends Fact> record) {
        move(record, -1);
    }

    /** Takes a record of one part out, given as it was added. */
    public void withdraw(Fact fact) {
        withdraw(List.of(fact));
    }

    public void change(List<? extends Fact> before, List<? extends Fact> after) {
        withdraw(before);
        add(after);
    }

    public void change(Fact before, Fact after) {
        change(List.of(before), List.of(after));
    }

    /** Puts a decision in force, or takes it back with {@link #revoke}. */
    public void waive(Waiver waiver) {
        waivers.put(waiver.key(), waiver);
    }

    public void revoke(InstanceKey key) {
        waivers.remove(key);
    }

    private void move(List<? extends Fact> record, int sign) {
        for (Fact fact : record) {
            for (Instance instance : counting.instancesFrom(fact)) {
                if (sign > 0) {
                    Entry entry = entries.computeIfAbsent(instance.key(), _ -> new Entry(instance));
                    entry.givers++;
                } else {
                    release(instance.key());
                }
            }
        }
        for (Contribution contribution : counting.contributionsOf(record)) {
            int amount = sign * contribution.amount();
            if (contribution.countsOn().isAfter(asOf)) {
                toCome.computeIfAbsent(contribution.countsOn(), _ -> new HashMap<>()).merge(contribution.key(), amount,
                        Tally::sumOrNothing);
            } else {
                Entry entry = entries.get(contribution.key());
                if (entry != null) {
                    entry.counted += amount;
                }
            }
        }
    }

    private void release(InstanceKey key) {
        Entry entry = entries.get(key);
        if (entry != null && --entry.givers == 0) {
            entries.remove(key);
        }
    }

    @SuppressWarnings("NullAway") // null tells merge to drop the pair
    private static @Nullable Integer sumOrNothing(Integer left, Integer right) {
        int sum = left + right;
        return sum == 0 ? null : sum;
    }

    /** Moves the day forward; what was still to come and has come now counts. */
    public void advanceTo(LocalDate day) {
        if (day.isBefore(asOf)) {
            throw new IllegalArgumentException(
                    "The tally stands at %s and cannot go back to %s.%nBuild a new one for that day.".formatted(asOf,
                            day));
        }
        asOf = day;
        Map<LocalDate, Map<InstanceKey, Integer>> come = toCome.headMap(day, true);
        for (Map<InstanceKey, Integer> amounts : come.values()) {
            amounts.forEach((key, amount) -> {
                Entry entry = entries.get(key);
                if (entry != null) {
                    entry.counted += amount;
                }
            });
        }
        come.clear();
    }

    /** One instance; empty where it does not exist on the day. */
    public Optional<Progress> progress(InstanceKey key) {
        Entry entry = entries.get(key);
        return entry == null || !entry.instance.exists(asOf) ? Optional.empty() : Optional.of(progress(entry));
    }

    private Progress progress(Entry entry) {
        return counting.progress(entry.instance, entry.counted, waivers.get(entry.instance.key()), asOf);
    }

    /** Every instance that exists on the day, in the order of its key. */
    public List<Progress> progress() {
        List<Progress> all = new ArrayList<>(entries.size());
        for (Entry entry : new TreeMap<>(entries).values()) {
            if (entry.instance.exists(asOf)) {
                all.add(progress(entry));
            }
        }
        return all;
    }

    private static final class Entry {
        private final Instance instance;
        private int counted;
        private int givers;

        private Entry(Instance instance) {
            this.instance = instance;
        }
    }
}
