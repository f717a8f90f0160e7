package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.growth.Fronts.Factor;
import org.jiaogongti.measurement.growth.MixedModel.Grouping;

/**
 * The model's columns, centred and scaled so that cross-products keep their digits whatever the units: a year such as 2024
 * and a share of 0.01 side by side. The model stays the same; the fit translates back.
 *
 * @param names of the fixed columns kept
 * @param dropped fixed columns that are combinations of earlier ones
 * @param x fixed columns less {@code centre}, over {@code scale}
 * @param y response less its centre, over its scale
 * @param factors grouping factors with their random columns over {@code randomScale}
 */
@SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
record Standardised(List<String> names, List<String> dropped, double[][] x, double[] centre, double[] scale, double[] y,
        double yCentre, double yScale, List<Factor> factors, List<double[]> randomScale, List<Grouping> groupings) {

    /** A column whose variance beside the earlier ones is a smaller share than this is a combination of them. */
    private static final double DEPENDENT = 1e-11;

    static Standardised of(ModelMatrix fixed, double[] y, List<Grouping> groupings, boolean intercept) {
        double yCentre = intercept ? mean(y) : 0;
        double yScale = deviation(y, yCentre);
        if (yScale == 0) {
            throw Refused.whole("因变量在所有行都一样，没有可解释的差别；请检查公式左边的列");
        }
        List<double[]> columns = new ArrayList<>();
        List<double[]> shape = new ArrayList<>();
        for (int j = 0; j < fixed.columns().size(); j++) {
            double[] column = fixed.columns().get(j);
            double centre = intercept && j > 0 ? mean(column) : 0;
            double scale = deviation(column, centre);
            columns.add(standardise(column, centre, scale));
            shape.add(new double[]{centre, scale});
        }
        boolean[] dependent = dependent(columns);
        List<String> names = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        List<double[]> keptColumns = new ArrayList<>();
        List<double[]> keptShape = new ArrayList<>();
        for (int j = 0; j < dependent.length; j++) {
            if (dependent[j]) {
                dropped.add(fixed.names().get(j));
            } else {
                names.add(fixed.names().get(j));
                keptColumns.add(columns.get(j));
                keptShape.add(shape.get(j));
            }
        }
        List<Factor> factors = new ArrayList<>();
        List<double[]> randomScale = new ArrayList<>();
        for (Grouping grouping : groupings) {
            List<double[]> z = new ArrayList<>();
            List<Double> scales = new ArrayList<>();
            for (ModelMatrix term : grouping.terms()) {
                for (double[] column : term.columns()) {
                    double scale = deviation(column, 0);
                    if (scale == 0) {
                        throw Refused.column(grouping.group(), "“" + grouping.group() + "”的一个随机项在所有行都是 0；请去掉它");
                    }
                    z.add(standardise(column, 0, scale));
                    scales.add(scale);
                }
            }
            if (z.isEmpty()) {
                throw Refused.column(grouping.group(), "“" + grouping.group() + "”竖线左边没有变量；请写如 (1 | school)");
            }
            factors.add(new Factor(grouping.levels().codes(), grouping.levels().labels().size(),
                    z.toArray(double[][]::new)));
            randomScale.add(scales.stream().mapToDouble(d -> d).toArray());
        }
        return new Standardised(names, dropped, keptColumns.toArray(double[][]::new),
                keptShape.stream().mapToDouble(s -> s[0]).toArray(),
                keptShape.stream().mapToDouble(s -> s[1]).toArray(),
                standardise(y, yCentre, yScale), yCentre, yScale, factors, randomScale, groupings);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Root of the mean square around a centre; 0 if nothing but rounding is left. */
    private static double deviation(double[] values, double centre) {
        double sum = 0;
        double largest = 0;
        for (double value : values) {
            sum += (value - centre) * (value - centre);
            largest = Math.max(largest, Math.abs(value));
        }
        double deviation = Math.sqrt(sum / values.length);
        return deviation <= 1e-14 * largest ? 0 : deviation;
    }

    private static double[] standardise(double[] values, double centre, double scale) {
        if (centre == 0 && scale == 1) {
            return values;
        }
        double factor = scale == 0 ? 0 : 1 / scale;
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (values[i] - centre) * factor;
        }
        return result;
    }

    /** Which columns are combinations of those before them: Cholesky of their cross-products, skipping these. */
    private static boolean[] dependent(List<double[]> columns) {
        int p = columns.size();
        double[][] l = new double[p][p];
        boolean[] dependent = new boolean[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = product(columns.get(i), columns.get(j));
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (j < i) {
                    l[i][j] = dependent[j] ? 0 : sum / l[j][j];
                } else {
                    dependent[i] = sum <= DEPENDENT * columns.get(i).length;
                    l[i][i] = dependent[i] ? 0 : Math.sqrt(sum);
                }
            }
        }
        return dependent;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
