package org.jiaogongti.measurement.irt;

import java.util.ArrayList;
import java.util.List;

/** How answers deviate from what is expected at each person's theta: mean squares of items, dependence of pairs. */
public final class ItemFit {

    private ItemFit() {}

    /**
     * Mean squares of an item (Wright and Masters 1982); 1 is expected, above 1 answers are less regular than the model.
     *
     * @param item    its name
     * @param outfit  the mean of squared standardised residuals
     * @param zOutfit about N(0, 1) if the model holds, by the cube root (Wilson and Hilferty)
     * @param infit   the same weighted by the variance, so that answers far from a person's theta count less
     * @param zInfit  about N(0, 1) if the model holds
     */
    public record MeanSquares(String item, double outfit, double zOutfit, double infit, double zInfit) {}

    /**
     * Mean squares of all items.
     *
     * @param theta by person; a person whose theta is not finite is left out
     */
    public static List<MeanSquares> meanSquares(IrtFit fit, double[] theta) {
        List<MeanSquares> rows = new ArrayList<>();
        for (int i = 0; i < fit.items().size(); i++) {
            Item item = fit.items().get(i);
            Sums sums = new Sums();
            for (int person = 0; person < theta.length; person++) {
                int score = fit.scores().score(person, i);
                if (score >= 0 && Double.isFinite(theta[person])) {
                    sums.add(item.probabilities(theta[person]), score - fit.lowest(i));
                }
            }
            rows.add(sums.row(item.name()));
        }
        return rows;
    }

    /** Sums over persons for one item. */
    private static final class Sums {
        private double persons;
        private double squares;
        private double kurtosis;
        private double weighted;
        private double weights;
        private double excess;

        void add(double[] p, int answer) {
            double expected = 0;
            for (int k = 1; k < p.length; k++) {
                expected += k * p[k];
            }
            double variance = 0;
            double fourth = 0;
            for (int k = 0; k < p.length; k++) {
                double square = (k - expected) * (k - expected);
                variance += square * p[k];
                fourth += square * square * p[k];
            }
            double residual = (answer - expected) * (answer - expected);
            persons++;
            squares += residual / variance;
            kurtosis += fourth / (variance * variance);
            weighted += residual;
            weights += variance;
            excess += fourth - variance * variance;
        }

        MeanSquares row(String name) {
            double outfit = squares / persons;
            double infit = weighted / weights;
            return new MeanSquares(name, outfit, z(outfit, kurtosis / (persons * persons) - 1 / persons), infit,
                    z(infit, excess / (weights * weights)));
        }

        /** The cube root, standardised by the variance of the mean square. */
        private static double z(double meanSquare, double variance) {
            double q = Math.min(Math.sqrt(variance), Math.sqrt(2));
            return (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3;
        }
    }

    /**
     * Q3 (Yen 1984): correlations of residuals of pairs of items; far from 0, the pair has something in common beside theta.
     *
     * @param theta by person
     * @return symmetric, by item, 1 in the diagonal; a pair is correlated over the persons who answered both
     */
    public static double[][] q3(IrtFit fit, double[] theta) {
        int items = fit.items().size();
        double[][] residuals = new double[items][theta.length];
        for (int i = 0; i < items; i++) {
            for (int person = 0; person < theta.length; person++) {
                int score = fit.scores().score(person, i);
                residuals[i][person] = score < 0
                        ? Double.NaN
                        : score - fit.lowest(i) - fit.items().get(i).expectedScore(theta[person]);
            }
        }
        double[][] q3 = new double[items][items];
        for (int i = 0; i < items; i++) {
            q3[i][i] = 1;
            for (int j = 0; j < i; j++) {
                q3[i][j] = correlation(residuals[i], residuals[j]);
                q3[j][i] = q3[i][j];
            }
        }
        return q3;
    }

    private static double correlation(double[] x, double[] y) {
        double n = 0;
        double meanX = 0;
        double meanY = 0;
        for (int p = 0; p < x.length; p++) {
            if (Double.isFinite(x[p]) && Double.isFinite(y[p])) {
                n++;
                meanX += x[p];
                meanY += y[p];
            }
        }
        meanX /= n;
        meanY /= n;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int p = 0; p < x.length; p++) {
            if (Double.isFinite(x[p]) && Double.isFinite(y[p])) {
                xx += (x[p] - meanX) * (x[p] - meanX);
                xy += (x[p] - meanX) * (y[p] - meanY);
                yy += (y[p] - meanY) * (y[p] - meanY);
            }
        }
        return xy / Math.sqrt(xx * yy);
    }
}
