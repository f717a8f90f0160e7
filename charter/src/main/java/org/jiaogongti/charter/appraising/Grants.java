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
     * One portion of an amount and how it was shared: the way to a sum, for whoever wants to follow it.
     *
     * @param whole the portion, in fen
     * @param weights what it was shared by, in the order of the result
     * @param shares in fen; they add up to the portion unless all weights are 0
     */
    public record Part<T>(Portion<T> portion, BigInteger whole, Map<String, BigFraction> weights,
            Map<String, BigInteger> shares) {

        private Part<T> times(BigInteger unit) {
            Map<String, BigInteger> fen = new LinkedHashMap<>();
            shares.forEach((name, share) -> fen.put(name, share.multiply(unit)));
            return new Part<>(portion, whole.multiply(unit), weights, fen);
        }
    }

    /**
     * The portions of the budget and each community's share of them, before floor and cap; communities below the
     * threshold are not named.
     */
    public static List<Part<Scheme.CommunityShare>> communityParts(Scheme.Grant scheme, List<Appraisal> appraisals,
            BigInteger budget) {
        BigFraction threshold = Exact.of(scheme.threshold());
        List<Appraisal> sharing = appraisals.stream()
                .filter(appraisal -> appraisal.score().compareTo(threshold) >= 0).toList();
        BigInteger unit = BigInteger.valueOf(scheme.unit().fen());
        return parts(budget.divide(unit), scheme.communities(), by -> weights(by, sharing, threshold)).stream()
                .map(part -> part.times(unit)).toList();
    }

    /** The portions of a community's grant and each school's share of them. */
    public static List<Part<Scheme.SchoolShare>> schoolParts(Scheme.Grant scheme, Appraisal appraisal,
            BigInteger grant) {
        BigInteger unit = BigInteger.valueOf(scheme.unit().fen());
        return parts(grant.divide(unit), scheme.schools(), by -> weights(by, appraisal)).stream()
                .map(part -> part.times(unit)).toList();
    }

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
            Map<String, BigInteger> schools = sums(
                    parts(units, scheme.schools(), by -> weights(by, appraisal)));
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
            Map<String, BigInteger> shared = sums(
                    parts(left, scheme.communities(), by -> weights(by, free, threshold)));
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

    private static Map<String, BigFraction> weights(Scheme.SchoolShare by, Appraisal appraisal) {
        Map<String, BigFraction> weights = new LinkedHashMap<>();
        appraisal.contributions().forEach((school, contribution) -> weights.put(school, switch (by) {
            case EQUAL -> BigFraction.ONE;
            case CONTRIBUTION -> contribution;
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
    private static <T> List<Part<T>> parts(BigInteger units, List<Portion<T>> portions,
            Function<T, Map<String, BigFraction>> weights) {
        List<Part<T>> parts = new ArrayList<>();
        BigInteger left = units;
        for (int i = 0; i < portions.size(); i++) {
            BigFraction exact = portions.get(i).of().multiply(units);
            BigInteger whole = i == portions.size() - 1
                    ? left
                    : exact.getNumerator().divide(exact.getDenominator());
            left = left.subtract(whole);
            Map<String, BigFraction> by = weights.apply(portions.get(i).by());
            parts.add(new Part<>(portions.get(i), whole, by, Apportionment.of(whole, by)));
        }
        return parts;
    }

    private static Map<String, BigInteger> sums(List<? extends Part<?>> parts) {
        Map<String, BigInteger> sums = new LinkedHashMap<>();
        parts.forEach(part -> part.shares().forEach((name, more) -> sums.merge(name, more, BigInteger::add)));
        return sums;
    }
}
