package org.jiaogongti.charter.appraising;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Scheme.Portion;
import org.jspecify.annotations.Nullable;

/**
 * 以奖代补: a budget divided among communities by their score, and each community's grant among its schools. All amounts
 * are whole fen; every division adds up exactly.
 */
public final class Grants {

    private Grants() {}

    /**
     * A community's grant.
     *
     * @param fen the whole grant, also where nobody's contribution can divide it
     * @param schools what each school gets, in the order of the appraisal
     */
    public record Grant(String community, BigInteger fen, Map<String, BigInteger> schools) {}

    /**
     * Divides the budget. What is smaller than the scheme's unit is not paid, nor is a portion that nobody has a share in.
     *
     * @param budget in fen, 0 or more
     * @return a grant for every appraisal, in their order
     */
    public static List<Grant> of(Scheme.Grant scheme, List<Appraisal> appraisals, BigInteger budget) {
        BigFraction threshold = Exact.of(scheme.threshold());
        List<Appraisal> sharing = appraisals.stream()
                .filter(appraisal -> appraisal.score().compareTo(threshold) >= 0).toList();
        BigInteger unit = BigInteger.valueOf(scheme.unit().fen());
        Map<String, BigInteger> communities = bounded(scheme, budget.divide(unit), sharing, threshold);
        return appraisals.stream().map(appraisal -> {
            BigInteger units = communities.getOrDefault(appraisal.community(), BigInteger.ZERO);
            Map<String, BigInteger> schools = divided(units, scheme.schools(), by -> {
                Map<String, BigFraction> weights = new LinkedHashMap<>();
                appraisal.contributions().forEach((school, contribution) -> weights.put(school, switch (by) {
                    case EQUAL -> BigFraction.ONE;
                    case CONTRIBUTION -> contribution;
                }));
                return weights;
            });
            appraisal.contributions().keySet().forEach(school -> schools.putIfAbsent(school, BigInteger.ZERO));
            schools.replaceAll((school, whole) -> whole.multiply(unit));
            return new Grant(appraisal.community(), units.multiply(unit), schools);
        }).toList();
    }

    /**
     * The communities' grants within floor and cap. Whoever the formula gives too little gets the floor, whoever it gives too
     * much the cap, and the others share what is left by the same formula, until nobody is outside: first those whose
     * bounds cost or save more, so that the result does not depend on an order. Where the budget does not reach for
     * the floors they are what it reaches for; what is left where everybody has the cap is not paid.
     */
    private static Map<String, BigInteger> bounded(Scheme.Grant scheme, BigInteger budget, List<Appraisal> sharing,
            BigFraction threshold) {
        List<Appraisal> free = new ArrayList<>(sharing);
        Map<String, BigInteger> fixed = new LinkedHashMap<>();
        BigInteger floor = least(inUnits(scheme, scheme.floor(), BigInteger.ZERO), budget, sharing.size());
        BigInteger cap = inUnits(scheme, scheme.cap(), budget);
        while (true) {
            BigInteger left = fixed.values().stream().reduce(budget, BigInteger::subtract);
            Map<String, BigInteger> shared = divided(left, scheme.communities(), by -> weights(by, free, threshold));
            BigInteger missing = BigInteger.ZERO;
            BigInteger over = BigInteger.ZERO;
            for (Appraisal appraisal : free) {
                BigInteger share = shared.getOrDefault(appraisal.community(), BigInteger.ZERO);
                missing = missing.add(floor.subtract(share).max(BigInteger.ZERO));
                over = over.add(share.subtract(cap).max(BigInteger.ZERO));
            }
            if (missing.signum() == 0 && over.signum() == 0) {
                shared.putAll(fixed);
                return shared;
            }
            boolean raise = missing.compareTo(over) >= 0;
            for (Appraisal appraisal : List.copyOf(free)) {
                BigInteger share = shared.getOrDefault(appraisal.community(), BigInteger.ZERO);
                if (raise ? share.compareTo(floor) < 0 : share.compareTo(cap) > 0) {
                    fixed.put(appraisal.community(), raise ? floor : cap);
                    free.remove(appraisal);
                }
            }
        }
    }

    private static Map<String, BigFraction> weights(Scheme.CommunityShare by, List<Appraisal> sharing,
            BigFraction threshold) {
        Map<String, BigFraction> weights = new LinkedHashMap<>();
        sharing.forEach(appraisal -> weights.put(appraisal.community(), switch (by) {
            case EQUAL -> BigFraction.ONE;
            case SCORE_BY_SCHOOLS -> appraisal.score().multiply(appraisal.contributions().size());
            case ABOVE_THRESHOLD_BY_SCHOOLS ->
                appraisal.score().subtract(threshold).multiply(appraisal.contributions().size());
        }));
        return weights;
    }

    private static BigInteger inUnits(Scheme.Grant scheme, @Nullable Integer yuan, BigInteger otherwise) {
        return yuan == null
                ? otherwise
                : BigInteger.valueOf(yuan).multiply(BigInteger.valueOf(100 / scheme.unit().fen()));
    }

    private static BigInteger least(BigInteger floor, BigInteger budget, int communities) {
        return communities == 0 ? floor : floor.min(budget.divide(BigInteger.valueOf(communities)));
    }

    /** Each portion is rounded down to whole units and the last takes the rest. */
    private static <T> Map<String, BigInteger> divided(BigInteger units, List<Portion<T>> portions,
            Function<T, Map<String, BigFraction>> weights) {
        Map<String, BigInteger> sums = new LinkedHashMap<>();
        BigInteger left = units;
        for (int i = 0; i < portions.size(); i++) {
            BigFraction exact = portions.get(i).of().multiply(units);
            BigInteger portion = i == portions.size() - 1
                    ? left
                    : exact.getNumerator().divide(exact.getDenominator());
            left = left.subtract(portion);
            Apportionment.of(portion, weights.apply(portions.get(i).by()))
                    .forEach((name, more) -> sums.merge(name, more, BigInteger::add));
        }
        return sums;
    }
}
