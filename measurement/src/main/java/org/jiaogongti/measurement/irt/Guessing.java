package org.jiaogongti.measurement.irt;

/** What is held about the lower asymptote of the three-parameter model. */
public sealed interface Guessing {

    /**
     * Every item has this one; it is not estimated.
     *
     * @param value from 0 to below 1
     */
    record Fixed(double value) implements Guessing {
        public Fixed {
            if (!(value >= 0 && value < 1)) {
                throw new IllegalArgumentException("lower asymptote " + value + "\nGive a number from 0 to below 1.");
            }
        }
    }

    /**
     * Estimated for each item, with a normal prior on its logit. The log-likelihood is reported without the prior.
     *
     * @param mean              of the logit
     * @param standardDeviation of the logit, above 0
     */
    record Prior(double mean, double standardDeviation) implements Guessing {
        public Prior {
            if (!Double.isFinite(mean) || !(standardDeviation > 0) || !Double.isFinite(standardDeviation)) {
                throw new IllegalArgumentException("prior of the lower asymptote: mean " + mean
                        + ", standard deviation " + standardDeviation
                        + "\nGive a finite mean and a standard deviation above 0.");
            }
        }
    }

    /** Estimated for each item from the answers alone. Often poorly determined; a prior is the better choice. */
    record Free() implements Guessing {}
}
