package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.FactStore;
import org.jiaogongti.platform.obligation.store.NewInstance;
import org.jiaogongti.platform.obligation.store.ProgressRow;
import org.jiaogongti.platform.obligation.store.ProgressStore;
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
        Predicate<Instance> touched = instance -> touches(rules, change, instance);
        TreeMap<InstanceKey, Instance> wanted = new TreeMap<>();
        rules.instances().stream().filter(touched).forEach(instance -> wanted.put(instance.key(), instance));
        TreeMap<InstanceKey, ProgressRow> kept = new TreeMap<>();
        progress.all().rows().stream().filter(row -> touched.test(row.instance()))
                .forEach(row -> kept.put(row.key(), row));
        List<NewInstance> fresh = new ArrayList<>();
        for (Instance instance : wanted.values()) {
            ProgressRow known = kept.get(instance.key());
            if (known == null || !known.instance().equals(instance)) {
                fresh.add(new NewInstance(instance, null, null));
            }
        }
        progress.put(fresh);
        judgeAgain(change, wanted, kept);
        progress.delete(kept.values().stream()
                .filter(row -> row.derivedFrom() == null && !wanted.containsKey(row.key())).map(ProgressRow::key)
                .toList());
    }

    private void judgeAgain(WorldChange change, Map<InstanceKey, Instance> wanted,
            Map<InstanceKey, ProgressRow> kept) {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        List<Instance> all = new ArrayList<>(wanted.values());
        kept.values().forEach(row -> all.add(row.instance()));
        for (Instance instance : all) {
            first = instance.firstDay().isBefore(first) ? instance.firstDay() : first;
            last = instance.lastDay().isAfter(last) ? instance.lastDay() : last;
        }
        if (first.isAfter(last)) {
            return;
        }
        Map<Source, List<Fact>> touched = facts.between(change.communities(), first, last);
        if (!touched.isEmpty()) {
            settlement.again(touched);
        }
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
