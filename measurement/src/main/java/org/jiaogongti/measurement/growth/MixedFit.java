package org.jiaogongti.measurement.growth;

import java.util.List;
import org.jiaogongti.measurement.Estimate;

/**
 * A fitted linear mixed model, in the units of the data.
 *
 * @param formula that was fitted
 * @param reml whether by restricted maximum likelihood
 * @param n rows used
 * @param left rows left out because something was missing
 * @param criterion the REML criterion, or with ML the deviance, -2 log likelihood
 * @param converged whether the search ended at a minimum
 * @param evaluations of the criterion
 * @param singular whether a variance is 0 or a correlation 1 or -1: the data do not tell all the terms apart
 * @param fixed the fixed effects with their standard errors
 * @param covariance of the fixed effects, p x p
 * @param dropped columns that are combinations of others and were left out
 * @param components variances and covariances of the random effects, the residual one last
 * @param sigma the residual standard deviation
 * @param effects what each level adds, by grouping factor
 * @param fitted for each row used, what the model expects of it, with its random effects
 */
@SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
public record MixedFit(Formula formula, boolean reml, int n, int left, double criterion, boolean converged,
        int evaluations, boolean singular, List<Fixed> fixed, double[][] covariance, List<String> dropped,
        List<Component> components, double sigma, List<Effects> effects, double[] fitted) {

    public MixedFit {
        fixed = List.copyOf(fixed);
        dropped = List.copyOf(dropped);
        components = List.copyOf(components);
        effects = List.copyOf(effects);
    }

    /** A fixed effect. */
    public record Fixed(String term, Estimate estimate) {}

    /**
     * A variance, or a covariance of two random effects.
     *
     * @param group the grouping factor, {@code Residual} for the residual
     * @param first the random effect; empty for the residual
     * @param second the other one of a covariance; empty for a variance
     * @param value variance or covariance
     * @param deviation standard deviation or correlation; NaN for a correlation with a variance of 0
     */
    public record Component(String group, String first, String second, double value, double deviation) {

        /** Whether it is a variance, not a covariance. */
        public boolean variance() {
            return second.isEmpty();
        }
    }

    /**
     * The random effects of one grouping factor: conditional means (BLUPs) with conditional standard deviations, given the
     * fixed effects and variances.
     *
     * @param group its name
     * @param levels in their order
     * @param rows used of each level
     * @param terms what varies
     * @param estimate by level and term
     * @param deviation by level and term
     */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    public record Effects(String group, List<String> levels, int[] rows, List<String> terms, double[][] estimate,
            double[][] deviation) {

        public Effects {
            levels = List.copyOf(levels);
            terms = List.copyOf(terms);
        }
    }

    /** The effects of a grouping factor. */
    public Effects effects(String group) {
        return effects.stream().filter(each -> each.group().equals(group)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no group " + group + "\nUse one of "
                        + effects.stream().map(Effects::group).toList()));
    }

    /**
     * The intraclass correlation of a grouping factor: which share of the variance around the fixed effects lies between its
     * levels, where all slopes' variables are 0. Source: Snijders and Bosker (2012), Multilevel Analysis, sections 3.3
     * and 5.2.
     */
    public double intraclass(String group) {
        double own = 0;
        double all = 0;
        for (Component component : components) {
            boolean residual = component.first().isEmpty();
            if (residual || (component.variance() && "(Intercept)".equals(component.first()))) {
                all += component.value();
                own += component.group().equals(group) ? component.value() : 0;
            }
        }
        return own / all;
    }
}
