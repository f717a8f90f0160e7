package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.measurement.Refused;

/**
 * Data of a mixed model, column by column.
 *
 * @param rows observations
 * @param covariates the columns that a formula uses as numbers or factors
 * @param groupings the columns that a formula groups by
 */
public record Frame(int rows, Map<String, Column> covariates, Map<String, Levels> groupings) {

    public Frame {
        covariates = Map.copyOf(covariates);
        groupings = Map.copyOf(groupings);
    }

    /** A column, either numbers or levels of a factor. */
    public sealed interface Column permits Numbers, Levels {}

    /** Numbers; NaN is missing. The array is not copied and must not change. */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    public record Numbers(double[] values) implements Column {}

    /**
     * A factor.
     *
     * @param codes for each row the index of its level, -1 where missing; not copied
     * @param labels the levels in their order; the first one is the reference level of a contrast
     */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    public record Levels(int[] codes, List<String> labels) implements Column {

        public Levels {
            labels = List.copyOf(labels);
        }

        /** From texts, empty = missing, in the order of {@link #sorted}. */
        public static Levels of(List<String> texts) {
            Map<String, Integer> index = new LinkedHashMap<>();
            int[] codes = new int[texts.size()];
            for (int i = 0; i < codes.length; i++) {
                String text = texts.get(i);
                codes[i] = text.isEmpty() ? -1 : index.computeIfAbsent(text, _ -> index.size());
            }
            return new Levels(codes, new ArrayList<>(index.keySet())).sorted();
        }

        /** The same factor with its levels in the order of their values if all are numbers, else of code points. */
        public Levels sorted() {
            List<String> ordered = new ArrayList<>(labels);
            boolean numbers = labels.stream().allMatch(label -> !Double.isNaN(number(label)));
            ordered.sort(numbers
                    ? Comparator.comparingDouble(Levels::number).thenComparing(Levels::byCodePoint)
                    : Levels::byCodePoint);
            return ordered(ordered);
        }

        /**
         * The same factor with its levels in a given order.
         *
         * @throws Refused at the first row whose level is not in the order
         */
        public Levels ordered(List<String> order) {
            Map<String, Integer> index = new HashMap<>();
            order.forEach(label -> index.putIfAbsent(label, index.size()));
            int[] renumbered = labels.stream().mapToInt(label -> index.getOrDefault(label, -1)).toArray();
            int[] ordered = new int[codes.length];
            for (int i = 0; i < codes.length; i++) {
                ordered[i] = codes[i] < 0 ? -1 : renumbered[codes[i]];
                if (codes[i] >= 0 && ordered[i] < 0) {
                    throw Refused.row(i, "“" + labels.get(codes[i]) + "”不在所列的水平之中；请改正这一格，或把它补进水平表");
                }
            }
            return new Levels(ordered, order.stream().distinct().toList());
        }

        /** The levels that occur in some of the rows, renumbered without gaps. */
        Levels compact(int[] kept) {
            int[] renumbered = new int[labels.size()];
            for (int row : kept) {
                renumbered[codes[row]] = 1;
            }
            List<String> present = new ArrayList<>();
            for (int level = 0; level < renumbered.length; level++) {
                if (renumbered[level] == 1) {
                    renumbered[level] = present.size();
                    present.add(labels.get(level));
                }
            }
            int[] compact = new int[kept.length];
            for (int i = 0; i < kept.length; i++) {
                compact[i] = renumbered[codes[kept[i]]];
            }
            return new Levels(compact, present);
        }

        private static int byCodePoint(String left, String right) {
            int shorter = Math.min(left.length(), right.length());
            for (int i = 0; i < shorter; i++) {
                char one = left.charAt(i);
                char other = right.charAt(i);
                if (one != other) {
                    // A surrogate stands for a code point above all others.
                    return Character.isSurrogate(one) == Character.isSurrogate(other)
                            ? Character.compare(one, other)
                            : Boolean.compare(Character.isSurrogate(one), Character.isSurrogate(other));
                }
            }
            return Integer.compare(left.length(), right.length());
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException exception) {
                return Double.NaN;
            }
        }
    }

    /** A column of the formula. */
    Column covariate(String name) {
        Column column = covariates.get(name);
        if (column == null) {
            throw Refused.column(name, "数据里没有“" + name + "”这一列；请检查公式或表头");
        }
        return column;
    }

    /** A grouping column. */
    Levels grouping(String name) {
        Levels levels = groupings.get(name);
        if (levels == null) {
            throw Refused.column(name, "数据里没有“" + name + "”这一列；请检查公式或表头");
        }
        return levels;
    }

    /** The numbers of a column, for a computed variable. */
    double[] numbers(String name) {
        return switch (covariate(name)) {
            case Numbers numbers -> numbers.values();
            case Levels _ -> throw Refused.column(name, "“" + name + "”是文字，不能计算；请改用数值列");
        };
    }

    /** A column as a factor: numbers become levels in their order. */
    Levels levels(String name) {
        return switch (covariate(name)) {
            case Levels levels -> levels;
            case Numbers numbers -> {
                double[] distinct = Arrays.stream(numbers.values()).filter(value -> !Double.isNaN(value))
                        .distinct().sorted().toArray();
                int[] codes = new int[rows];
                for (int i = 0; i < rows; i++) {
                    codes[i] = Double.isNaN(numbers.values()[i])
                            ? -1
                            : Arrays.binarySearch(distinct, numbers.values()[i]);
                }
                yield new Levels(codes, Arrays.stream(distinct).mapToObj(Frame::label).toList());
            }
        };
    }

    private static String label(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
