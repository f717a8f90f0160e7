package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cross-products of a mixed model, gathered once from the rows, laid out for elimination level by level.
 *
 * <p>A factor is <em>eliminated</em> if the levels of every factor eliminated before it each lie in one of its levels
 * (the largest factor always; class, then school around it). The other factors are the <em>rest</em>, numbered column by
 * column. Each level of an eliminated factor has a front: its own K columns by [own K | the columns of the levels around
 * it | those columns of the rest that its rows touch | the p fixed columns | the response], one after the other in
 * {@link #base}. After this the rows are never read again: a million pupils in a thousand classes cost what a thousand
 * rows cost.
 *
 * <p>Source: Bates, Maechler, Bolker and Walker (2015), Journal of Statistical Software 67(1), section 3, for the system
 * that is solved; Duff and Reid (1983), ACM Transactions on Mathematical Software 9, for elimination by fronts.
 */
final class Fronts {

    /**
     * A grouping factor with what varies by it.
     *
     * @param codes the level of each row
     * @param levels how many there are
     * @param z K columns, each with a value for every row
     */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    record Factor(int[] codes, int levels, double[][] z) {

        int size() {
            return z.length;
        }
    }

    final List<Factor> factors;
    final int rows;
    /** Fixed columns; the response follows them, so there are p + 1 in all. */
    final int p;
    /** Indices of factors in the order of their elimination. */
    final int[] eliminated;
    /** Indices of the factors of the rest. */
    final int[] rest;
    /** First column in the rest, by factor; -1 for an eliminated one. */
    final int[] restOffset;
    final int restColumns;
    /** Cross-products of fixed columns and response, (p + 1) x (p + 1). */
    final double[] fixed;
    /** Fronts by step, each with all its levels. */
    final double[][] base;
    final Step[] steps;
    /** Upper triangle of the rest's own cross-products, and those with the p + 1 columns. */
    final double[][] restBase;
    final double[][] restFixed;

    /**
     * Where the fronts of one eliminated factor lie.
     *
     * @param factor its index
     * @param size its K
     * @param around columns of the levels around it, all together
     * @param offset where each level's front begins
     * @param width columns of a level's front
     * @param restStart where each level's columns of the rest begin in {@code restIndex}
     * @param restIndex columns of the rest, ascending within a level
     * @param parents for each later step the level that a level lies in
     * @param restInParent for each later step, where each entry of {@code restIndex} stands in the list of that parent
     */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    record Step(int factor, int size, int around, int[] offset, int[] width, int[] restStart, int[] restIndex,
            int[][] parents, int[][] restInParent) {}

    Fronts(List<Factor> factors, double[][] x, double[] y) {
        this.factors = List.copyOf(factors);
        this.rows = y.length;
        this.p = x.length;
        int[] order = IntStream.range(0, factors.size()).boxed()
                .sorted(Comparator.comparingInt((Integer f) -> -factors.get(f).levels())).mapToInt(f -> f).toArray();
        List<Integer> taken = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (int f : order) {
            boolean nested = taken.stream().allMatch(inner -> nested(factors.get(inner), factors.get(f)));
            (nested ? taken : left).add(f);
        }
        this.eliminated = taken.stream().mapToInt(f -> f).toArray();
        this.rest = left.stream().mapToInt(f -> f).toArray();
        this.restOffset = new int[factors.size()];
        Arrays.fill(restOffset, -1);
        int columns = 0;
        for (int f : rest) {
            restOffset[f] = columns;
            columns += factors.get(f).levels() * factors.get(f).size();
        }
        MixedModel.checkCrossed(columns);
        this.restColumns = columns;
        this.steps = new Step[eliminated.length];
        for (int s = eliminated.length - 1; s >= 0; s--) {
            steps[s] = layOut(s);
        }
        double[][] right = Arrays.copyOf(x, p + 1);
        right[p] = y;
        this.fixed = products(right);
        this.base = new double[steps.length][];
        for (int s = 0; s < steps.length; s++) {
            base[s] = gather(s, right);
        }
        this.restBase = new double[columns][columns];
        this.restFixed = new double[columns][p + 1];
        gatherRest(right);
    }

    private static boolean nested(Factor inner, Factor outer) {
        int[] parent = new int[inner.levels()];
        Arrays.fill(parent, -1);
        for (int row = 0; row < inner.codes().length; row++) {
            int level = inner.codes()[row];
            if (parent[level] < 0) {
                parent[level] = outer.codes()[row];
            } else if (parent[level] != outer.codes()[row]) {
                return false;
            }
        }
        return true;
    }

    private Step layOut(int s) {
        Factor factor = factors.get(eliminated[s]);
        int later = eliminated.length - s - 1;
        int[][] parents = new int[later][factor.levels()];
        int around = 0;
        for (int q = 0; q < later; q++) {
            Factor outer = factors.get(eliminated[s + 1 + q]);
            around += outer.size();
            for (int row = 0; row < rows; row++) {
                parents[q][factor.codes()[row]] = outer.codes()[row];
            }
        }
        int[] restStart = new int[factor.levels() + 1];
        int[] restIndex = restOf(factor, restStart);
        int[] offset = new int[factor.levels() + 1];
        int[] width = new int[factor.levels()];
        for (int level = 0; level < factor.levels(); level++) {
            width[level] = factor.size() + around + restStart[level + 1] - restStart[level] + p + 1;
            offset[level + 1] = Math.addExact(offset[level], factor.size() * width[level]);
        }
        int[][] restInParent = new int[later][restIndex.length];
        for (int q = 0; q < later; q++) {
            Step outer = steps[s + 1 + q];
            for (int level = 0; level < factor.levels(); level++) {
                int parent = parents[q][level];
                for (int i = restStart[level]; i < restStart[level + 1]; i++) {
                    restInParent[q][i] = Arrays.binarySearch(outer.restIndex(), outer.restStart()[parent],
                            outer.restStart()[parent + 1], restIndex[i]) - outer.restStart()[parent];
                }
            }
        }
        return new Step(eliminated[s], factor.size(), around, offset, width, restStart, restIndex, parents,
                restInParent);
    }

    /** The columns of the rest that the rows of each level touch. */
    private int[] restOf(Factor factor, int[] restStart) {
        if (restColumns == 0) {
            return new int[0];
        }
        int[] sorted = rowsByLevel(factor);
        int[] seen = new int[restColumns];
        Arrays.fill(seen, -1);
        int[] index = new int[1024];
        int size = 0;
        int i = 0;
        for (int level = 0; level < factor.levels(); level++) {
            int begin = size;
            for (; i < rows && factor.codes()[sorted[i]] == level; i++) {
                for (int f : rest) {
                    Factor other = factors.get(f);
                    int first = restOffset[f] + other.codes()[sorted[i]] * other.size();
                    if (seen[first] != level) {
                        seen[first] = level;
                        index = size + other.size() > index.length
                                ? Arrays.copyOf(index, 2 * index.length + other.size())
                                : index;
                        for (int k = 0; k < other.size(); k++) {
                            index[size++] = first + k;
                        }
                    }
                }
            }
            Arrays.sort(index, begin, size);
            restStart[level + 1] = size;
        }
        return Arrays.copyOf(index, size);
    }

    private int[] rowsByLevel(Factor factor) {
        int[] start = new int[factor.levels() + 1];
        for (int code : factor.codes()) {
            start[code + 1]++;
        }
        for (int level = 0; level < factor.levels(); level++) {
            start[level + 1] += start[level];
        }
        int[] sorted = new int[rows];
        for (int row = 0; row < rows; row++) {
            sorted[start[factor.codes()[row]]++] = row;
        }
        return sorted;
    }

    private static double[] products(double[][] columns) {
        int n = columns.length;
        double[] result = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double sum = 0;
                for (int row = 0; row < columns[i].length; row++) {
                    sum += columns[i][row] * columns[j][row];
                }
                result[i * n + j] = sum;
                result[j * n + i] = sum;
            }
        }
        return result;
    }

    private double[] gather(int s, double[][] right) {
        Step step = steps[s];
        Factor factor = factors.get(step.factor());
        double[] fronts = new double[step.offset()[factor.levels()]];
        for (int k = 0; k < step.size(); k++) {
            int at = 0;
            for (int j = 0; j < step.size(); j++) {
                gather(fronts, step, factor, k, at++, factor.z()[j]);
            }
            for (int q = s + 1; q < steps.length; q++) {
                for (double[] column : factors.get(steps[q].factor()).z()) {
                    gather(fronts, step, factor, k, at++, column);
                }
            }
        }
        gatherRight(fronts, step, factor, right);
        if (restColumns > 0) {
            gatherTouched(fronts, step, factor);
        }
        return fronts;
    }

    private static void gather(double[] fronts, Step step, Factor factor, int k, int at, double[] column) {
        int[] codes = factor.codes();
        double[] z = factor.z()[k];
        for (int row = 0; row < codes.length; row++) {
            int level = codes[row];
            fronts[step.offset()[level] + k * step.width()[level] + at] += z[row] * column[row];
        }
    }

    private void gatherRight(double[] fronts, Step step, Factor factor, double[][] right) {
        int[] codes = factor.codes();
        for (int k = 0; k < step.size(); k++) {
            double[] z = factor.z()[k];
            for (int c = 0; c <= p; c++) {
                double[] column = right[c];
                for (int row = 0; row < rows; row++) {
                    int level = codes[row];
                    int end = step.offset()[level] + (k + 1) * step.width()[level] - p - 1;
                    fronts[end + c] += z[row] * column[row];
                }
            }
        }
    }

    private void gatherTouched(double[] fronts, Step step, Factor factor) {
        int[] sorted = rowsByLevel(factor);
        int[] place = new int[restColumns];
        int i = 0;
        for (int level = 0; level < factor.levels(); level++) {
            int first = step.restStart()[level];
            for (int j = first; j < step.restStart()[level + 1]; j++) {
                place[step.restIndex()[j]] = j - first;
            }
            for (; i < rows && factor.codes()[sorted[i]] == level; i++) {
                int row = sorted[i];
                for (int k = 0; k < step.size(); k++) {
                    double z = factor.z()[k][row];
                    int begin = step.offset()[level] + k * step.width()[level] + step.size() + step.around();
                    for (int f : rest) {
                        Factor other = factors.get(f);
                        int column = restOffset[f] + other.codes()[row] * other.size();
                        for (int c = 0; c < other.size(); c++) {
                            fronts[begin + place[column + c]] += z * other.z()[c][row];
                        }
                    }
                }
            }
        }
    }

    private void gatherRest(double[][] right) {
        for (int a = 0; a < rest.length; a++) {
            Factor one = factors.get(rest[a]);
            for (int row = 0; row < rows; row++) {
                int first = restOffset[rest[a]] + one.codes()[row] * one.size();
                for (int k = 0; k < one.size(); k++) {
                    double z = one.z()[k][row];
                    for (int c = 0; c <= p; c++) {
                        restFixed[first + k][c] += z * right[c][row];
                    }
                    for (int b = a; b < rest.length; b++) {
                        Factor other = factors.get(rest[b]);
                        int column = restOffset[rest[b]] + other.codes()[row] * other.size();
                        for (int c = 0; c < other.size(); c++) {
                            restBase[first + k][column + c] += z * other.z()[c][row];
                        }
                    }
                }
            }
        }
    }
}
