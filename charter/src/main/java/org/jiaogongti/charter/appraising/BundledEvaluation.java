package org.jiaogongti.charter.appraising;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * 捆绑评价: a school's result with its partners' in it. All figures are 0 to 100 and exact.
 *
 * @param own what the school owes by itself, scored as the scheme says; null where it owes nothing by itself
 * @param shared what the community owes together; the same for all its schools, null where there is nothing of it
 * @param progress how much of what was missing a year ago was made good; null where a year ago is not known
 * @param alone the three parts together
 * @param partners the mean of the other schools' {@link #alone}; null for a school without partners
 * @param result with the partners' part
 */
public record BundledEvaluation(String community, String school, @Nullable BigFraction own,
        @Nullable BigFraction shared,
        @Nullable BigFraction progress, BigFraction alone, @Nullable BigFraction partners, BigFraction result) {

    /**
     * The schools of one community in their order. A part that a school has nothing of gives its weight to the others in
     * proportion; a school that has no part at all has 0.
     *
     * @param before each school's own part a year ago
     */
    public static List<BundledEvaluation> of(Scheme.Bundle bundle, Scheme.Score scheme, String community,
            List<String> schools,
            List<Standing> standings, Inspected inspected, Map<String, BigFraction> before) {
        Inspected found = new Inspected(inspected.quality(), Map.of());
        Function<String, @Nullable BigFraction> of = bearer -> score(scheme, community, standings.stream()
                .filter(standing -> standing.progress().key().bearer().equals(bearer)).toList(), found);
        BigFraction shared = of.apply(community);
        Map<String, @Nullable BigFraction> own = new LinkedHashMap<>();
        Map<String, BigFraction> alone = new LinkedHashMap<>();
        BigFraction sum = BigFraction.ZERO;
        for (String school : schools) {
            BigFraction mine = of.apply(school);
            own.put(school, mine);
            BigFraction all = together(bundle.parts(), mine, shared, progress(mine, before.get(school)));
            alone.put(school, all);
            sum = sum.add(all);
        }
        List<BundledEvaluation> bundled = new ArrayList<>();
        for (Map.Entry<String, BigFraction> entry : alone.entrySet()) {
            BigFraction partners = schools.size() < 2
                    ? null
                    : sum.subtract(entry.getValue()).divide(schools.size() - 1);
            BigFraction result = partners == null
                    ? entry.getValue()
                    : entry.getValue().multiply(bundle.own()).add(partners.multiply(bundle.partners())).divide(100);
            BigFraction mine = own.get(entry.getKey());
            bundled.add(new BundledEvaluation(community, entry.getKey(), mine, shared,
                    progress(mine, before.get(entry.getKey())), entry.getValue(), partners, result));
        }
        return bundled;
    }

    /** The same by other names. */
    public BundledEvaluation named(UnaryOperator<String> names) {
        return new BundledEvaluation(names.apply(community), names.apply(school), own, shared, progress, alone,
                partners, result);
    }

    private static @Nullable BigFraction score(Scheme.Score scheme, String community, List<Standing> standings,
            Inspected found) {
        Appraisal appraisal = Appraisal.of(scheme, community, List.of(), standings, found);
        return appraisal.instances().isEmpty() ? null : appraisal.score();
    }

    /** Of what was missing a year ago: all of it is 100, nothing or less than nothing is 0. */
    private static @Nullable BigFraction progress(@Nullable BigFraction now, @Nullable BigFraction before) {
        if (now == null || before == null) {
            return null;
        }
        if (before.compareTo(Exact.HUNDRED) >= 0) {
            return now;
        }
        BigFraction gained = Exact.most(BigFraction.ZERO, now.subtract(before));
        return gained.multiply(100).divide(Exact.HUNDRED.subtract(before));
    }

    private static BigFraction together(Scheme.Parts parts, @Nullable BigFraction own, @Nullable BigFraction shared,
            @Nullable BigFraction progress) {
        BigFraction sum = BigFraction.ZERO;
        int weights = 0;
        if (own != null) {
            sum = sum.add(own.multiply(parts.own()));
            weights += parts.own();
        }
        if (shared != null) {
            sum = sum.add(shared.multiply(parts.shared()));
            weights += parts.shared();
        }
        if (progress != null) {
            sum = sum.add(progress.multiply(parts.progress()));
            weights += parts.progress();
        }
        return weights == 0 ? BigFraction.ZERO : sum.divide(weights);
    }
}
