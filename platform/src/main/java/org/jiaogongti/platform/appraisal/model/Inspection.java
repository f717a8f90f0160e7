package org.jiaogongti.platform.appraisal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.appraising.Inspected;
import org.jiaogongti.charter.appraising.Inspected.Drawn;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.inspection.OpenFinding;
import org.jiaogongti.platform.inspection.SampledQuality;

/** What inspections found, by community, as a scheme reckons with it. */
public final class Inspection {

    private Inspection() {}

    /**
     * By the ids of communities. A draw of which nothing could be told says nothing; a finding counts once its deadline has
     * passed with nothing handed in and no objection open.
     */
    public static Inspected of(World world, Period year, Collection<SampledQuality> quality,
            Collection<OpenFinding> findings) {
        LocalDate last = year.days().last();
        Map<Drawn, int[]> sums = new LinkedHashMap<>();
        for (SampledQuality each : quality) {
            if (each.decided() > 0) {
                world.membership(each.school().toString(), last).map(World.Membership::community)
                        .ifPresent(community -> add(sums, new Drawn(community, each.duty()), each));
            }
        }
        Map<Drawn, BigFraction> rates = new HashMap<>();
        sums.forEach((drawn, sum) -> rates.put(drawn, BigFraction.of(sum[0], sum[1])));
        Map<String, List<String>> unresolved = new HashMap<>();
        for (OpenFinding each : findings) {
            UUID community = each.community();
            if (community != null && each.overdue() && !each.disputed()) {
                unresolved.computeIfAbsent(community.toString(), _ -> new ArrayList<>())
                        .add(each.foundOn() + " " + each.clause());
            }
        }
        return new Inspected(rates, unresolved);
    }

    private static void add(Map<Drawn, int[]> sums, Drawn drawn, SampledQuality each) {
        int[] sum = sums.computeIfAbsent(drawn, _ -> new int[2]);
        sum[0] += each.genuine();
        sum[1] += each.decided();
    }
}
