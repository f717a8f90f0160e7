package org.jiaogongti.platform.obligation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.obligation.model.Delta;
import org.jiaogongti.platform.obligation.model.Reckoning;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.model.Sum;
import org.jiaogongti.platform.obligation.store.FactStore;
import org.jiaogongti.platform.obligation.store.Head;
import org.jiaogongti.platform.obligation.store.LedgerStore;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proves that progress is what the contributions add up to, and what a whole evaluation of the facts comes to. */
@Service
public class Proof {

    private final LedgerStore ledger;
    private final ProgressStore progress;
    private final FactStore facts;
    private final RulesInForce rulesInForce;

    Proof(LedgerStore ledger, ProgressStore progress, FactStore facts, RulesInForce rulesInForce) {
        this.ledger = ledger;
        this.progress = progress;
        this.facts = facts;
        this.rulesInForce = rulesInForce;
    }

    /**
     * An instance about which two ways of counting disagree.
     *
     * @param kept the row's counted/planned/disputed and target, or "-" where there is no row
     * @param found the same by the other way
     */
    public record Difference(InstanceKey key, Against against, String kept, String found) {}

    /** What progress is held against. */
    public enum Against {
        CONTRIBUTIONS, WHOLE_EVALUATION
    }

    /** Every difference in the current district, in instance order; none where all is well. */
    @Transactional
    public List<Difference> differences() {
        Optional<Head> held = ledger.hold();
        if (held.isEmpty()) {
            return List.of();
        }
        Head head = held.get();
        TreeMap<InstanceKey, String> kept = new TreeMap<>();
        TreeMap<InstanceKey, String> sums = new TreeMap<>();
        Map<InstanceKey, Integer> targets = new HashMap<>();
        progress.all().rows().forEach(row -> {
            kept.put(row.key(), shown(row.sum(), row.instance().target()));
            sums.put(row.key(), shown(Sum.ZERO, row.instance().target()));
            targets.put(row.key(), row.instance().target());
        });
        progress.sums(head.appliedTo()).forEach(found -> {
            if (targets.containsKey(found.key()) || !found.sum().equals(Sum.ZERO)) {
                sums.put(found.key(), shown(found.sum(), targets.getOrDefault(found.key(), 0)));
            }
        });
        List<Difference> differences = new ArrayList<>();
        compare(Against.CONTRIBUTIONS, kept, sums, differences);
        compare(Against.WHOLE_EVALUATION, kept, whole(rulesInForce.of(head), head), differences);
        return differences;
    }

    private Map<InstanceKey, String> whole(Rules rules, Head head) {
        TreeMap<InstanceKey, Instance> instances = new TreeMap<>();
        rules.instances().forEach(instance -> instances.put(instance.key(), instance));
        Delta delta = new Delta(head.appliedTo());
        facts.all().values().forEach(record -> {
            Reckoning reckoning = Reckoning.of(rules, record);
            reckoning.derived().forEach(instance -> instances.put(instance.key(), instance));
            delta.add(reckoning.lines());
        });
        TreeMap<InstanceKey, String> whole = new TreeMap<>();
        instances.forEach((key, instance) -> whole.put(key,
                shown(delta.sums().getOrDefault(key, Sum.ZERO), instance.target())));
        return whole;
    }

    private static void compare(Against against, Map<InstanceKey, String> kept, Map<InstanceKey, String> found,
            List<Difference> into) {
        TreeSet<InstanceKey> keys = new TreeSet<>(kept.keySet());
        keys.addAll(found.keySet());
        for (InstanceKey key : keys) {
            String left = kept.getOrDefault(key, "-");
            String right = found.getOrDefault(key, "-");
            if (!left.equals(right)) {
                into.add(new Difference(key, against, left, right));
            }
        }
    }

    private static String shown(Sum sum, int target) {
        return sum.counted() + "/" + sum.planned() + "/" + sum.disputed() + " of " + target;
    }
}
