package org.jiaogongti.platform.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Judgement;
import org.jiaogongti.platform.activity.Preview.Moved;
import org.jiaogongti.platform.activity.Preview.NotCounted;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.obligation.InForce;

/** Says which part moves which duty, and why a duty that counts such things does not move. Pure, in memory. */
final class Judging {

    private final Map<InstanceKey, TreeSet<String>> kindsByInstance = new LinkedHashMap<>();
    private final Map<String, NotCounted> notByDuty = new LinkedHashMap<>();

    /**
     * @param facts one occasion's parts; what is planned is judged as if it were held
     */
    Judging(InForce rules, List<OccasionPart> facts) {
        List<String> counted = new ArrayList<>();
        for (OccasionPart fact : facts) {
            for (Judgement judgement : rules.counting().judge(asHeld(fact))) {
                InstanceKey key = judgement.key();
                if (judgement.counts() && key != null) {
                    counted.add(judgement.duty());
                    kindsByInstance.computeIfAbsent(key, instance -> new TreeSet<>()).add(fact.kind());
                } else if (judgement.nearMiss()) {
                    notByDuty.putIfAbsent(judgement.duty(), not(rules, judgement, fact.kind()));
                }
            }
        }
        counted.forEach(notByDuty::remove);
    }

    private static OccasionPart asHeld(OccasionPart fact) {
        return fact.state() == OccasionState.PLANNED ? fact.as(OccasionState.HELD) : fact;
    }

    private static NotCounted not(InForce rules, Judgement judgement, String kind) {
        Obligation.Head head = rules.charter().obligation(judgement.duty()).map(Obligation::head).orElse(null);
        return new NotCounted(judgement.duty(), head == null ? "" : head.name(),
                head == null ? "" : head.quote().clause(), kind, judgement.reasons());
    }

    List<Moved> moved(List<Effect> effects) {
        return effects.stream().map(effect -> new Moved(effect, kinds(effect.key()))).toList();
    }

    /** The parts that count for an instance. */
    List<String> kinds(InstanceKey key) {
        return List.copyOf(Objects.requireNonNullElse(kindsByInstance.get(key), new TreeSet<>()));
    }

    List<InstanceKey> instances() {
        return kindsByInstance.keySet().stream().sorted().toList();
    }

    /** One line for each duty, without those that a later law stops anyway. */
    List<NotCounted> not(Set<String> stopped) {
        return notByDuty.values().stream().filter(not -> !stopped.contains(not.duty()))
                .collect(Collectors.toUnmodifiableList());
    }
}
