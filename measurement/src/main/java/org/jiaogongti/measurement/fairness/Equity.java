package org.jiaogongti.measurement.fairness;

import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;
import org.jiaogongti.measurement.Refused;

/**
 * How unequal the results of pupils are, and how much of it lies between schools. All schools of a district are there;
 * what is chance is which pupils they happen to have, so errors come from the spread within schools: each figure is
 * linearised in the schools' sums (delta method) and the variance of its linear terms is added up over schools. School
 * means carry the chance of their pupils, so with small schools the figures between schools are somewhat too large; the
 * share of variance is corrected for that.
 *
 * @param variation the coefficient of variation between schools (差异系数): standard deviation of the schools' means,
 *                  weighted by pupils, over the mean of all pupils
 * @param theil     Theil's index T of all pupils, Σ (x/μ) ln(x/μ) / N; 0 = all equal
 * @param between   the part of it between schools, Σ (share of the sum) ln(school mean / μ)
 * @param within    the part within schools; the two parts add up to the whole
 * @param share     the share of variance between schools (intraclass correlation, one-way analysis of variance),
 *                  Searle's interval with the mean school size n0; not below 0
 */
public record Equity(int schools, long pupils, double mean, Figure variation, Figure theil, Figure between,
        Figure within, Figure share) {

    private static final double NORMAL = 1.959963984540054;
    private static final double TAIL = 0.025;

    /** A figure with its 95 % interval. */
    public record Figure(double value, double lower, double upper) {}

    /**
     * @param names  of the schools
     * @param scores of the pupils, 0 or more
     * @param school for each pupil the position of the school in names
     */
    public static Equity of(List<String> names, double[] scores, int[] school) {
        Sums sums = new Sums(names, scores, school);
        double variation = Math.sqrt(sums.spread) / sums.mean;
        double theil = sums.logged / sums.all - Math.log(sums.mean);
        double between = sums.loggedMeans / sums.all - Math.log(sums.mean);
        int k = names.size();
        double[] ofVariation = new double[k];
        double[] ofTheil = new double[k];
        double[] ofBetween = new double[k];
        double[] ofWithin = new double[k];
        for (int i = 0; i < k; i++) {
            double mean = sums.mean(i);
            ofVariation[i] = variation == 0
                    ? 0
                    : (mean - sums.mean) / (sums.pupils * Math.sqrt(sums.spread) * sums.mean) - variation / sums.all;
            ofTheil[i] = -sums.logged / (sums.all * sums.all) - 1 / sums.all;
            ofBetween[i] = Math.log(mean) / sums.all - sums.loggedMeans / (sums.all * sums.all);
            ofWithin[i] = ofTheil[i] - ofBetween[i];
        }
        return new Equity(k, sums.pupils, sums.mean, figure(variation, sums.error(ofVariation, 0)),
                figure(theil, sums.error(ofTheil, 1 / sums.all)), figure(between, sums.error(ofBetween, 0)),
                figure(theil - between, sums.error(ofWithin, 1 / sums.all)), share(sums, k));
    }

    private static Figure figure(double value, double error) {
        return new Figure(value, Math.max(0, value - NORMAL * error), value + NORMAL * error);
    }

    /** Searle (1971): the ratio of mean squares over its F distribution, turned into a share. */
    private static Figure share(Sums sums, int schools) {
        double between = sums.pupils * sums.spread / (schools - 1.0);
        double within = sums.squaresWithin / (sums.pupils - schools);
        double size = (sums.pupils - sums.squaredSizes / sums.pupils) / (schools - 1.0);
        double ratio = between / within;
        FDistribution f = FDistribution.of(schools - 1.0, sums.pupils - (double) schools);
        return new Figure(share(ratio, size), share(ratio / f.inverseCumulativeProbability(1 - TAIL), size),
                share(ratio / f.inverseCumulativeProbability(TAIL), size));
    }

    private static double share(double ratio, double size) {
        return Double.isInfinite(ratio) ? 1 : Math.max(0, (ratio - 1) / (ratio - 1 + size));
    }

    /** What the figures need of the pupils. */
    private static final class Sums {

        private final double[] scores;
        private final int[] school;
        private final long[] sizes;
        private final double[] totals;
        private final long pupils;
        private double all;
        private double logged;
        private double loggedMeans;
        private final double mean;
        private double spread;
        private double squaresWithin;
        private double squaredSizes;

        Sums(List<String> names, double[] scores, int[] school) {
            this.scores = scores;
            this.school = school;
            this.pupils = scores.length;
            this.sizes = new long[names.size()];
            this.totals = new double[names.size()];
            for (int i = 0; i < scores.length; i++) {
                if (!(scores[i] >= 0) || Double.isInfinite(scores[i])) {
                    throw Refused.row(i, "成绩 " + scores[i] + " 不能算；请填 0 以上的数，缺考的请不要列入");
                }
                sizes[school[i]]++;
                totals[school[i]] += scores[i];
                all += scores[i];
                logged += timesLog(scores[i]);
            }
            requireEnough(names);
            this.mean = all / pupils;
            for (int i = 0; i < totals.length; i++) {
                loggedMeans += totals[i] * Math.log(mean(i));
                spread += sizes[i] * (mean(i) - mean) * (mean(i) - mean) / pupils;
                squaredSizes += (double) sizes[i] * sizes[i];
            }
            for (int i = 0; i < scores.length; i++) {
                double distance = scores[i] - mean(school[i]);
                squaresWithin += distance * distance;
            }
        }

        private void requireEnough(List<String> names) {
            if (names.size() < 2) {
                throw Refused.whole("只有 " + names.size() + " 所学校，看不出校际差异；至少要 2 所");
            }
            for (int i = 0; i < sizes.length; i++) {
                if (sizes[i] < 2) {
                    throw Refused.whole("“" + names.get(i) + "”只有 " + sizes[i] + " 人的成绩，看不出校内差异；请并入别的学校或不列入");
                }
                if (totals[i] == 0) {
                    throw Refused.whole("“" + names.get(i) + "”全是 0 分，泰尔指数没有意义；请核对成绩");
                }
            }
        }

        private double mean(int i) {
            return totals[i] / sizes[i];
        }

        private static double timesLog(double score) {
            return score == 0 ? 0 : score * Math.log(score);
        }

        /**
         * The standard error of a figure whose linear terms are a x + b x ln x for each pupil.
         *
         * @param a by school
         * @param b for all
         */
        double error(double[] a, double b) {
            double[] sums = new double[totals.length];
            for (int i = 0; i < scores.length; i++) {
                sums[school[i]] += a[school[i]] * scores[i] + b * timesLog(scores[i]);
            }
            double variance = 0;
            for (int i = 0; i < scores.length; i++) {
                int of = school[i];
                double distance = a[of] * scores[i] + b * timesLog(scores[i]) - sums[of] / sizes[of];
                variance += distance * distance * sizes[of] / (sizes[of] - 1.0);
            }
            return Math.sqrt(variance);
        }
    }
}
