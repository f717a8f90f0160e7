package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.growth.Frame.Levels;

/**
 * Columns of numbers that stand for the terms of a formula, with treatment contrasts. Which factor of a product is coded
 * by contrasts and which by one column a level follows R's model.matrix: by contrasts if the product without it is in the
 * model too. Source: Chambers and Hastie (1992), Statistical Models in S, section 2.4.
 *
 * @param names of the columns
 * @param columns each with a value for every row
 */
record ModelMatrix(List<String> names, List<double[]> columns) {

    /** A factor's or a number's columns within a product. */
    private record Coding(List<String> names, List<double[]> columns) {}

    /**
     * Builds it.
     *
     * @param kept the rows to take, none of them with a missing value
     */
    static ModelMatrix of(Terms terms, Frame frame, int[] kept) {
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        if (terms.intercept()) {
            double[] ones = new double[kept.length];
            Arrays.fill(ones, 1);
            names.add("(Intercept)");
            columns.add(ones);
        }
        BitSet factors = factors(terms, frame);
        boolean spelled = terms.intercept();
        for (BitSet product : terms.products()) {
            Coding coding = new Coding(List.of(""), List.of());
            // Without an intercept, the first factor takes its place with a column for every level.
            int first = spelled ? -1 : firstFactor(product, factors);
            spelled |= first >= 0;
            for (int v = product.nextSetBit(0); v >= 0; v = product.nextSetBit(v + 1)) {
                coding = times(coding, coding(terms, product, v, v == first, frame, kept));
            }
            names.addAll(coding.names());
            columns.addAll(coding.columns());
        }
        return new ModelMatrix(List.copyOf(names), List.copyOf(columns));
    }

    private static BitSet factors(Terms terms, Frame frame) {
        BitSet factors = new BitSet();
        for (int v = 0; v < terms.variables().size(); v++) {
            if (isFactor(terms.variables().get(v), frame)) {
                factors.set(v);
            }
        }
        return factors;
    }

    /** Whether a variable takes part as a factor. */
    static boolean isFactor(Expression variable, Frame frame) {
        return switch (variable) {
            case Expression.Category _ -> true;
            case Expression.Column column -> frame.covariate(column.name()) instanceof Levels;
            case Expression.Constant _,Expression.Call _,Expression.Operation _ -> false;
        };
    }

    /** A product's first factor, or -1. */
    private static int firstFactor(BitSet product, BitSet factors) {
        BitSet both = (BitSet) product.clone();
        both.and(factors);
        return both.nextSetBit(0);
    }

    private static Coding coding(Terms terms, BitSet product, int variable, boolean spelled, Frame frame, int[] kept) {
        Expression expression = terms.variables().get(variable);
        if (!isFactor(expression, frame)) {
            double[] all = expression.evaluate(frame.rows(), frame::numbers);
            if (kept.length == all.length) {
                return new Coding(List.of(expression.toString()), List.of(all));
            }
            double[] values = new double[kept.length];
            for (int i = 0; i < kept.length; i++) {
                values[i] = all[kept[i]];
            }
            return new Coding(List.of(expression.toString()), List.of(values));
        }
        Levels levels = frame.levels(name(expression)).compact(kept);
        if (levels.labels().size() < 2) {
            throw Refused.column(name(expression), "“" + expression + "”只有一个水平，估不出差别；请从公式里去掉它");
        }
        BitSet margin = (BitSet) product.clone();
        margin.clear(variable);
        boolean contrasts = !spelled && (margin.isEmpty() || terms.products().contains(margin));
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int level = contrasts ? 1 : 0; level < levels.labels().size(); level++) {
            double[] indicator = new double[kept.length];
            for (int i = 0; i < kept.length; i++) {
                indicator[i] = levels.codes()[i] == level ? 1 : 0;
            }
            names.add(expression + levels.labels().get(level));
            columns.add(indicator);
        }
        return new Coding(names, columns);
    }

    private static String name(Expression expression) {
        return switch (expression) {
            case Expression.Column column -> column.name();
            case Expression.Category category -> category.column().name();
            case Expression.Constant _,Expression.Call _,Expression.Operation _ -> expression.toString();
        };
    }

    /** All products of columns, those of the first variable running fastest. */
    private static Coding times(Coding left, Coding right) {
        if (left.columns().isEmpty()) {
            return right;
        }
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < right.names().size(); j++) {
            for (int i = 0; i < left.names().size(); i++) {
                names.add(left.names().get(i) + ":" + right.names().get(j));
                double[] one = left.columns().get(i);
                double[] other = right.columns().get(j);
                double[] values = new double[one.length];
                for (int row = 0; row < values.length; row++) {
                    values[row] = one[row] * other[row];
                }
                columns.add(values);
            }
        }
        return new Coding(names, columns);
    }
}
