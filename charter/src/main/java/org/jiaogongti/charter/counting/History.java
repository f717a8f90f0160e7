package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jiaogongti.charter.Fact;

/** When what counted in earlier terms, for forecasts. */
public final class History {

    private final Map<String, List<Instance>> instances = new HashMap<>();
    private final Map<InstanceKey, NavigableMap<LocalDate, Integer>> amounts = new HashMap<>();

    /** @param contributions in any order; those of unknown instances are left out */
    public History(Collection<Instance> instances, Collection<Contribution> contributions) {
        for (Instance instance : instances) {
            this.instances.computeIfAbsent(instance.key().duty(), _ -> new ArrayList<>()).add(instance);
            amounts.put(instance.key(), new TreeMap<>());
        }
        for (Contribution contribution : contributions) {
            NavigableMap<LocalDate, Integer> byDay = amounts.get(contribution.key());
            if (byDay != null) {
                byDay.merge(contribution.countsOn(), contribution.amount(), Math::addExact);
            }
        }
    }

    /** The history of a whole set of facts; what a later law suspends is left out. */
    public static History of(Counting counting, Collection<? extends Fact> facts) {
        List<Instance> instances = counting.instances().stream()
                .filter(instance -> counting.suspendedBy(instance).isEmpty()).toList();
        List<Contribution> contributions = new ArrayList<>();
        Evaluation.records(facts).forEach(record -> contributions.addAll(counting.contributionsOf(record)));
        return new History(instances, contributions);
    }

    List<Instance> ended(String duty, LocalDate before) {
        return instances.getOrDefault(duty, List.of()).stream().filter(each -> each.lastDay().isBefore(before))
                .toList();
    }

    List<Instance> all() {
        return instances.values().stream().flatMap(List::stream).toList();
    }

    static int periods(List<Instance> instances) {
        Set<String> periods = new HashSet<>();
        instances.forEach(instance -> periods.add(instance.key().period()));
        return periods.size();
    }

    /** What counted up to a day. */
    int until(InstanceKey key, LocalDate day) {
        return sum(amounts.getOrDefault(key, new TreeMap<>()).headMap(day, true).values());
    }

    /** What counted after a day. */
    int after(InstanceKey key, LocalDate day) {
        return sum(amounts.getOrDefault(key, new TreeMap<>()).tailMap(day, false).values());
    }

    private static int sum(Collection<Integer> amounts) {
        return amounts.stream().mapToInt(Integer::intValue).sum();
    }

    /** The share of an instance's days that lies behind a day, 0 to 1. */
    public static double elapsed(Instance instance, LocalDate day) {
        double days = ChronoUnit.DAYS.between(instance.firstDay(), instance.lastDay()) + 1.0;
        double gone = ChronoUnit.DAYS.between(instance.firstDay(), day) + 1.0;
        return Math.clamp(gone / days, 0.0, 1.0);
    }

    /** The day of an instance by which the same share of its days had gone. */
    static LocalDate dayAt(Instance instance, double elapsed) {
        long days = ChronoUnit.DAYS.between(instance.firstDay(), instance.lastDay()) + 1;
        return instance.firstDay().plusDays(Math.round(elapsed * days) - 1);
    }
}
