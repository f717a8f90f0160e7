package org.jiaogongti.charter.appraising;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How evenly and how justly a budget was divided among communities, by what each gets for one of its schools. Exact.
 *
 * @param least yuan for one school in the community that gets least, those without a grant included
 * @param most yuan for one school in the community that gets most
 * @param gini C. Gini's index (Variabilità e mutabilità, 1912) over communities: half the mean difference by the mean;
 *        0 where all get alike, 1 − 1/n where one of n gets everything
 * @param envied pairs in which a community with a lower score gets more for a school than one with a higher score: justified
 *        envy in the sense of A. Abdulkadiroğlu and T. Sönmez (School choice, 2003)
 * @param without communities that get nothing
 * @param unpaid fen of the budget that nobody gets
 */
public record Fairness(BigFraction least, BigFraction most, BigFraction gini, List<Envy> envied, int without,
        BigInteger unpaid) {

    public Fairness {
        envied = List.copyOf(envied);
    }

    /** A community that could justly envy another. */
    public record Envy(String envious, String envied) {}

    /**
     * Looks at a division.
     *
     * @param appraisals at least one
     * @param grants in the same order
     */
    public static Fairness of(List<Appraisal> appraisals, List<Grants.Grant> grants, BigInteger budget) {
        List<BigFraction> shares = new ArrayList<>();
        BigInteger unpaid = budget;
        for (int i = 0; i < appraisals.size(); i++) {
            int schools = Math.max(1, appraisals.get(i).contributions().size());
            shares.add(BigFraction.of(grants.get(i).fen(), BigInteger.valueOf(100L * schools)));
            unpaid = unpaid.subtract(grants.get(i).fen());
        }
        List<Envy> envied = new ArrayList<>();
        BigFraction differences = BigFraction.ZERO;
        BigFraction sum = shares.stream().reduce(BigFraction.ZERO, BigFraction::add);
        for (int i = 0; i < shares.size(); i++) {
            for (int j = 0; j < shares.size(); j++) {
                differences = differences.add(shares.get(i).subtract(shares.get(j)).abs());
                if (appraisals.get(i).score().compareTo(appraisals.get(j).score()) > 0
                        && shares.get(i).compareTo(shares.get(j)) < 0) {
                    envied.add(new Envy(appraisals.get(i).community(), appraisals.get(j).community()));
                }
            }
        }
        BigFraction gini = sum.signum() == 0
                ? BigFraction.ZERO
                : differences.divide(sum.multiply(2 * shares.size()));
        return new Fairness(shares.stream().reduce(shares.getFirst(), Exact::least),
                shares.stream().reduce(shares.getFirst(), Exact::most), gini, envied,
                (int) grants.stream().filter(grant -> grant.fen().signum() == 0).count(), unpaid);
    }
}
