package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.FactStore;
import org.jiaogongti.platform.obligation.store.NewInstance;
import org.jiaogongti.platform.obligation.store.ProgressRow;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the touched instances, and the records that may count for them, in line with rules that have changed. */
@Component
class Rederivation {

    private final ProgressStore progress;
    private final FactStore facts;
    private final Settlement settlement;

    Rederivation(ProgressStore progress, FactStore facts, Settlement settlement) {
        this.progress = progress;
        this.facts = facts;
        this.settlement = settlement;
    }

    void everything(Rules rules) {
        changed(rules, WorldChange.everywhere(LocalDate.MIN, LocalDate.MAX));
    }

    void changed(Rules rules, WorldChange change) {
        changed(rules, change, (Predicate<String>) _ -> true);
    }

    /** The same where only these duties can come out otherwise. */
    void changed(Rules rules, WorldChange change, Set<String> duties) {
        changed(rules, change, (Predicate<String>) duties::contains);
    }

    private void changed(Rules rules, WorldChange change, Predicate<String> concerned) {
        Touched touched = touched(rules, change, concerned);
        TreeMap<InstanceKey, Instance> wanted = touched.wanted();
        TreeMap<InstanceKey, ProgressRow> kept = touched.kept();
        List<NewInstance> fresh = new ArrayList<>();
        for (Instance instance : wanted.values()) {
            ProgressRow known = kept.get(instance.key());
            if (known == null || !known.instance().equals(instance)) {
                fresh.add(new NewInstance(instance, null, null));
            }
        }
        progress.put(fresh);
        Map<Source, List<Fact>> records = reached(rules, change, touched, concerned);
        if (!records.isEmpty()) {
            settlement.again(records);
        }
        progress.delete(kept.values().stream()
                .filter(row -> row.derivedFrom() == null && !wanted.containsKey(row.key())).map(ProgressRow::key)
                .toList());
    }

    /** What the rules want and what is kept, as far as a change reaches. */
    private record Touched(TreeMap<InstanceKey, Instance> wanted, TreeMap<InstanceKey, ProgressRow> kept) {}

    private Touched touched(Rules rules, WorldChange change, Predicate<String> concerned) {
        Predicate<Instance> touched = instance -> concerned.test(instance.key().duty())
                && touches(rules, change, instance);
        TreeMap<InstanceKey, Instance> wanted = new TreeMap<>();
        rules.instances().stream().filter(touched).forEach(instance -> wanted.put(instance.key(), instance));
        TreeMap<InstanceKey, ProgressRow> kept = new TreeMap<>();
        progress.all().rows().stream().filter(row -> touched.test(row.instance()))
                .forEach(row -> kept.put(row.key(), row));
        return new Touched(wanted, kept);
    }

    /** What {@link #changed} would do to instances, and to how many records; writes nothing. */
    Foreseen foreseen(Rules rules, WorldChange change, LocalDate today) {
        Touched touched = touched(rules, change, _ -> true);
        Map<Source, List<Fact>> records = reached(rules, change, touched, _ -> false);
        Map<InstanceKey, Integer> counts = counts(rules, records.values(), today);
        List<Foreseen.Shift> shifts = new ArrayList<>();
        touched.wanted().forEach((key, after) -> {
            ProgressRow row = touched.kept().get(key);
            int counted = counts.getOrDefault(key, 0);
            if (row == null || !row.instance().equals(after) || row.sum().counted() != counted) {
                Waiver waiver = row == null ? null : row.waiver();
                shifts.add(shift(rules, key, row, rules.counting().progress(after, counted, waiver, today), today));
            }
        });
        touched.kept().values().stream()
                .filter(row -> row.derivedFrom() == null && !touched.wanted().containsKey(row.key()))
                .forEach(row -> shifts.add(shift(rules, row.key(), row, null, today)));
        shifts.sort(Comparator.comparing(Foreseen.Shift::key));
        return new Foreseen(shifts, records.size(), rules.labels());
    }

    private static Map<InstanceKey, Integer> counts(Rules rules, Collection<List<Fact>> records, LocalDate today) {
        Map<InstanceKey, Integer> counts = new HashMap<>();
        records.forEach(record -> rules.counting().contributionsOf(record).stream()
                .filter(contribution -> !contribution.countsOn().isAfter(today))
                .forEach(contribution -> counts.merge(contribution.key(), contribution.amount(), Integer::sum)));
        return counts;
    }

    private static Foreseen.Shift shift(Rules rules, InstanceKey key, @Nullable ProgressRow row, @Nullable Progress is,
            LocalDate today) {
        Progress was = row == null
                ? null
                : rules.counting().progress(row.instance(), row.sum().counted(), row.waiver(), today);
        return new Foreseen.Shift(key, rules.dutyName(key.duty()), rules.clause(key.duty()),
                row == null ? null : row.instance(), is == null ? null : is.instance(), was, is);
    }

    /** The records that may count for these instances, or make something due by themselves. */
    private Map<Source, List<Fact>> reached(Rules rules, WorldChange change, Touched touched,
            Predicate<String> concerned) {
        boolean eachTime = rules.charter().counted().stream()
                .anyMatch(duty -> rules.eachTime(duty.id()) && concerned.test(duty.id()));
        LocalDate first = eachTime ? change.first() : LocalDate.MAX;
        LocalDate last = eachTime ? change.last() : LocalDate.MIN;
        List<Instance> all = new ArrayList<>(touched.wanted().values());
        touched.kept().values().forEach(row -> all.add(row.instance()));
        for (Instance instance : all) {
            first = earlier(instance.firstDay(), first);
            last = later(instance.lastDay(), last);
        }
        return first.isAfter(last)
                ? Map.of()
                : facts.between(change.communities(), eachTime ? rules.withGapBefore(first) : first, last);
    }

    /** A window may lie before its period, so both count; a period that is no more in the calendar is touched. */
    private static boolean touches(Rules rules, WorldChange change, Instance instance) {
        DateRange days = rules.counting().period(instance.key().period()).map(Period::days).orElse(null);
        return days == null || change.touches(instance.community(), earlier(days.first(), instance.firstDay()),
                later(days.last(), instance.lastDay()));
    }

    private static LocalDate later(LocalDate left, LocalDate right) {
        return left.isAfter(right) ? left : right;
    }

    private static LocalDate earlier(LocalDate left, LocalDate right) {
        return left.isBefore(right) ? left : right;
    }
}
