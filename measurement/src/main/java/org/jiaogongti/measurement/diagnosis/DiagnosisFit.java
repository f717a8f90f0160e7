package org.jiaogongti.measurement.diagnosis;

import java.util.List;

/**
 * A fitted diagnosis model.
 *
 * @param rule how skills work together
 * @param q which skills items need
 * @param persons how many
 * @param logLikelihood at the estimates
 * @param parameters free ones: the items' probabilities and the shares of all classes but one
 * @param cycles of expectation and maximisation
 * @param converged whether the last cycle moved no parameter by more than the tolerance
 * @param items their probabilities
 * @param classShares share of each class; bit k of its number is skill k
 */
@SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
public record DiagnosisFit(Rule rule, QMatrix q, long persons, double logLikelihood, int parameters, int cycles,
        boolean converged, List<ItemFit> items, double[] classShares) {

    public DiagnosisFit {
        items = List.copyOf(items);
    }

    /**
     * An item's probabilities of a right answer.
     *
     * @param name of the item
     * @param probabilities by combination of its skills, in the order of {@link QMatrix#listed}
     */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    public record ItemFit(String name, double[] probabilities) {

        /** Of a person who lacks what the item needs (DINA: some skill, DINO: all). */
        public double guess() {
            return probabilities[0];
        }

        /** That a person who has what the item needs fails. */
        public double slip() {
            return 1 - probabilities[probabilities.length - 1];
        }
    }

    /** The share of persons who have each skill. */
    public double[] skillShares() {
        double[] shares = new double[q.skills().size()];
        for (int person = 0; person < classShares.length; person++) {
            for (int skill = 0; skill < shares.length; skill++) {
                shares[skill] += (person >> skill & 1) * classShares[person];
            }
        }
        return shares;
    }

    /**
     * What the answers say about each person.
     *
     * @param probability by person and skill: that the person has it
     * @param likeliest by person: the class with the largest posterior probability
     * @param certainty by person: that probability
     * @param accuracy by skill: the expected share of persons for whom the more likely of has and has not is right
     *        (Wang, Song, Chen, Meng and Ding 2015, Journal of Educational Measurement 52)
     */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    public record Mastery(double[][] probability, int[] likeliest, double[] certainty, double[] accuracy) {}
}
