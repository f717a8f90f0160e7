package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.obligation.model.NearMisses;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.ContributionStore.Entered;
import org.jiaogongti.platform.obligation.store.FactStore.Kept;

/** Puts together what is behind an instance's number, from rows that were read. */
record Behind(Rules rules, LocalDate today) {

    /** The days on which a record may be about an instance: its own and those of its period. */
    static DateRange days(Rules rules, Standing standing) {
        LocalDate first = standing.instance().firstDay();
        LocalDate last = standing.instance().lastDay();
        DateRange period = rules.counting().period(standing.key().period()).map(Period::days)
                .orElse(new DateRange(first, last));
        return new DateRange(period.first().isBefore(first) ? period.first() : first,
                period.last().isAfter(last) ? period.last() : last);
    }

    /**
     * One instance.
     *
     * @param entered what counts for it, by day
     * @param near records that may be about it, by day
     */
    InstanceView of(Standing standing, List<Entered> entered, Collection<Kept> near, Optional<WaiverDecision> waiver,
            List<Standing> history) {
        Map<Source, Map<String, Kept>> records = new LinkedHashMap<>();
        near.forEach(kept -> records.computeIfAbsent(kept.source(), _ -> new LinkedHashMap<>())
                .put(kept.fact().part(), kept));
        List<InstanceView.Line> lines = new ArrayList<>();
        Map<Source, String> counted = new LinkedHashMap<>();
        for (Entered each : entered) {
            counted.put(each.source(), each.line().part());
            Kept kept = records.getOrDefault(each.source(), Map.of()).get(each.line().part());
            if (kept != null) {
                lines.add(new InstanceView.Line(each.source(), kept.fact(), each.line().amount(),
                        each.line().countsOn(), footing(each)));
            }
        }
        List<InstanceView.NearMiss> nearMisses = new ArrayList<>();
        records.values().forEach(record -> record.values().forEach(kept -> NearMisses
                .reasons(rules, standing.key(), kept.fact(), kept.withdrawn(), counted.get(kept.source()))
                .ifPresent(reasons -> nearMisses.add(
                        new InstanceView.NearMiss(kept.source(), kept.fact(), kept.withdrawn(), reasons)))));
        return new InstanceView(standing, lines, nearMisses, waiver, history, rules.inForce());
    }

    private InstanceView.Footing footing(Entered entered) {
        return switch (entered.line().footing()) {
            case HELD -> entered.line().countsOn().isAfter(today)
                    ? InstanceView.Footing.TO_COME
                    : InstanceView.Footing.COUNTED;
            case PLANNED -> InstanceView.Footing.PLANNED;
            case DISPUTED -> InstanceView.Footing.DISPUTED;
        };
    }
}
