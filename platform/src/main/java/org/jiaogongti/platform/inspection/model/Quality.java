package org.jiaogongti.platform.inspection.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaogongti.platform.inspection.Sample.Drawn;
import org.jiaogongti.platform.inspection.Sample.Verdict;
import org.jiaogongti.platform.inspection.SampledQuality;

/** What drawn and checked records say of each school and duty. A record that was drawn twice is counted once, by its last check. */
public final class Quality {

    private record Key(UUID school, String duty) {}

    private Quality() {}

    /** By school and duty; what has not been checked says nothing. */
    public static List<SampledQuality> of(Collection<Drawn> drawn) {
        Map<UUID, Drawn> last = new TreeMap<>();
        for (Drawn each : drawn) {
            if (each.check() != null) {
                last.merge(each.occasion(), each, Quality::later);
            }
        }
        Map<Key, Map<Verdict, Integer>> counts = new java.util.LinkedHashMap<>();
        last.values().forEach(each -> each.duties().stream().sorted()
                .forEach(duty -> counts.computeIfAbsent(new Key(each.school(), duty),
                        _ -> new EnumMap<>(Verdict.class)).merge(verdict(each), 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(entry -> new SampledQuality(entry.getKey().school(), entry.getKey().duty(),
                        entry.getValue().getOrDefault(Verdict.GENUINE, 0),
                        entry.getValue().getOrDefault(Verdict.UNTRUE, 0),
                        entry.getValue().getOrDefault(Verdict.UNCLEAR, 0)))
                .sorted(java.util.Comparator.comparing(SampledQuality::school).thenComparing(SampledQuality::duty))
                .toList();
    }

    private static Verdict verdict(Drawn drawn) {
        return java.util.Objects.requireNonNull(drawn.check()).verdict();
    }

    private static Drawn later(Drawn one, Drawn other) {
        UUID first = java.util.Objects.requireNonNull(one.check()).id();
        return first.compareTo(java.util.Objects.requireNonNull(other.check()).id()) > 0 ? one : other;
    }
}
