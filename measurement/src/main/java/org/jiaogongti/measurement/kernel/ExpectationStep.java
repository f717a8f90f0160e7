package org.jiaogongti.measurement.kernel;

import java.util.Arrays;

/**
 * The expectation step over nodes of a latent variable: how likely each person's answers are at each node, and how many
 * persons are expected to have given each answer at each node (Bock and Aitkin 1981).
 *
 * <p>For each block of items a table holds the product of probabilities for every outcome of the block, built by
 * doubling; a person costs one multiplication of a row of nodes a block, and one addition of the posterior into the
 * same place of a table of counts. The items' own counts are summed from that table afterwards. Nodes are padded to
 * rows of a multiple of 8 so that the loops run in whole vectors.
 *
 * <p>Products are not taken in logarithms; where a person's product falls below {@value #SMALL}, it is taken again and
 * brought back to 1 after each block, the powers of two being kept aside. So a person with thousands of answers has a
 * likelihood.
 *
 * <p>Patterns are divided into stripes, the number of which depends on the data alone, each with counts of its own;
 * these are added in the order of stripes. So the result has the same bits for any number of threads.
 */
public final class ExpectationStep {

    /** Below this a product is taken again with its exponent aside. */
    private static final double SMALL = 1e-250;

    private static final int STRIPE = 4096;
    private static final int MOST_STRIPES = 16;
    /** Counts of all stripes together take at most so many numbers (64 MB). */
    private static final int MOST_COUNTS = 8_000_000;

    private final AnswerBlocks answers;
    private final int nodes;
    private final int stride;
    private final boolean populations;
    private final double[] table;
    private final Stripe[] stripes;
    private final double[][][] counts;
    private final double[][] nodeCounts;
    private double[][] weights = {};

    /** Counts of one stripe. */
    private static final class Stripe {
        final int from;
        final int to;
        final double[] counts;
        final double[][] nodeCounts;
        double logLik;

        Stripe(int from, int to, int size, int groups, int stride) {
            this.from = from;
            this.to = to;
            this.counts = new double[size];
            this.nodeCounts = new double[groups][stride];
        }
    }

    /**
     * Prepares tables.
     *
     * @param groups      how many groups of persons have weights of their own
     * @param nodes       how many nodes there are
     * @param populations whether {@link #nodeCounts} are wanted
     */
    public ExpectationStep(AnswerBlocks answers, int groups, int nodes, boolean populations) {
        this.populations = populations;
        this.answers = answers;
        this.nodes = nodes;
        this.stride = stride(nodes);
        int size = Math.multiplyExact(answers.offsets[answers.blocks()], stride);
        this.table = new double[size];
        int patterns = answers.patterns();
        int most = Math.clamp(MOST_COUNTS / size, 1, MOST_STRIPES);
        int number = Math.clamp((patterns + STRIPE - 1L) / STRIPE, 1, most);
        this.stripes = new Stripe[number];
        for (int s = 0; s < number; s++) {
            stripes[s] = new Stripe((int) ((long) patterns * s / number), (int) ((long) patterns * (s + 1) / number),
                    size, groups, stride);
        }
        this.counts = new double[answers.items][][];
        for (int i = 0; i < answers.items; i++) {
            counts[i] = new double[answers.categories[i]][stride];
        }
        this.nodeCounts = new double[groups][stride];
    }

    /** The length of a row of nodes: the next multiple of 8. */
    public static int stride(int nodes) {
        return (nodes + 7) & ~7;
    }

    /**
     * One step.
     *
     * @param probabilities by item, category and node (rows of {@link #stride(int)}); above 0
     * @param groupWeights  by group and node; add up to 1, 0 in the padding
     * @return the log-likelihood
     */
    public double run(Threads threads, double[][][] probabilities, double[][] groupWeights) {
        prepare(threads, probabilities, groupWeights);
        threads.run(stripes.length, s -> run(stripes[s]));
        double logLik = 0;
        for (double[] row : nodeCounts) {
            Arrays.fill(row, 0);
        }
        for (Stripe stripe : stripes) {
            logLik += stripe.logLik;
            for (int g = 0; g < nodeCounts.length; g++) {
                add(nodeCounts[g], 0, stripe.nodeCounts[g], 1, stride);
            }
        }
        threads.run(answers.blocks(), this::collect);
        return logLik;
    }

    /** Only takes the curves, for {@link #moments}. */
    public void prepare(Threads threads, double[][][] probabilities, double[][] groupWeights) {
        this.weights = groupWeights;
        threads.run(answers.blocks(), block -> fill(block, probabilities));
    }

    /** Expected persons by item, category and node, after {@link #run}; overwritten by the next run. */
    public double[][][] counts() {
        return counts;
    }

    /** Expected persons by group and node, those without an answer left out; 0 if they were not wanted. */
    public double[][] nodeCounts() {
        return nodeCounts;
    }

    /**
     * Each pattern's posterior mean and standard deviation, with the curves of the last {@link #prepare}.
     *
     * @param theta the nodes
     * @return {@code [0]} means, {@code [1]} standard deviations, by pattern
     */
    public double[][] moments(Threads threads, double[] theta) {
        double[] padded = Arrays.copyOf(theta, stride);
        double[][] moments = new double[2][answers.patterns()];
        threads.run(stripes.length, s -> {
            double[] row = new double[stride];
            for (int p = stripes[s].from; p < stripes[s].to; p++) {
                double total = likelihood(p, row).total();
                double mean = 0;
                for (int q = 0; q < nodes; q++) {
                    mean += row[q] * padded[q];
                }
                mean /= total;
                double square = 0;
                for (int q = 0; q < nodes; q++) {
                    square += row[q] * (padded[q] - mean) * (padded[q] - mean);
                }
                moments[0][p] = mean;
                moments[1][p] = Math.sqrt(square / total);
            }
        });
        return moments;
    }

    private void fill(int block, double[][][] probabilities) {
        int base = answers.offsets[block] * stride;
        int size = 1;
        Arrays.fill(table, base, base + stride, 1);
        for (int i = answers.starts[block]; i < answers.starts[block + 1]; i++) {
            int outcomes = answers.outcomes[i];
            for (int c = size - 1; c >= 0; c--) {
                int from = base + c * stride;
                for (int k = outcomes - 1; k >= 0; k--) {
                    int to = base + (c * outcomes + k) * stride;
                    if (k < answers.categories[i]) {
                        product(table, to, from, probabilities[i][k], stride);
                    } else {
                        System.arraycopy(table, from, table, to, stride);
                    }
                }
            }
            size *= outcomes;
        }
    }

    private void run(Stripe stripe) {
        Arrays.fill(stripe.counts, 0);
        for (double[] row : stripe.nodeCounts) {
            Arrays.fill(row, 0);
        }
        double[] row = new double[stride];
        int blocks = answers.blocks();
        double logLik = 0;
        double product = 1;
        for (int p = stripe.from; p < stripe.to; p++) {
            if (answers.empty(p)) {
                continue;
            }
            Likelihood likelihood = likelihood(p, row);
            int frequency = answers.frequency(p);
            if (frequency == 1 && likelihood.exponent() == 0) {
                // A logarithm for many persons together.
                product *= likelihood.total();
                if (product < 1e-50) {
                    logLik += Math.log(product);
                    product = 1;
                }
            } else {
                logLik += frequency * (Math.log(likelihood.total()) + likelihood.exponent() * Math.log(2));
            }
            double factor = frequency / likelihood.total();
            for (int b = 0; b < blocks; b++) {
                add(stripe.counts, answers.outcome(p, b) * stride, row, factor, stride);
            }
            if (populations) {
                add(stripe.nodeCounts[answers.group(p)], 0, row, factor, stride);
            }
        }
        stripe.logLik = logLik + Math.log(product);
    }

    /** Weight times likelihood at each node into {@code row}, their sum, and a power of two that both lack. */
    private Likelihood likelihood(int pattern, double[] row) {
        int blocks = answers.blocks();
        System.arraycopy(weights[answers.group(pattern)], 0, row, 0, stride);
        int b = 0;
        for (; b + 1 < blocks; b += 2) {
            times(row, table, answers.outcome(pattern, b) * stride, answers.outcome(pattern, b + 1) * stride, stride);
        }
        if (b < blocks) {
            times(row, table, answers.outcome(pattern, b) * stride, stride);
        }
        double total = sum(row, stride);
        return total > SMALL ? new Likelihood(total, 0) : scaled(pattern, row);
    }

    /** The same, brought back to about 1 after each block. */
    private Likelihood scaled(int pattern, double[] row) {
        System.arraycopy(weights[answers.group(pattern)], 0, row, 0, stride);
        long exponent = 0;
        for (int b = 0; b < answers.blocks(); b++) {
            times(row, table, answers.outcome(pattern, b) * stride, stride);
            double most = 0;
            for (int q = 0; q < stride; q++) {
                most = Math.max(most, row[q]);
            }
            int scale = Math.getExponent(most);
            exponent += scale;
            for (int q = 0; q < stride; q++) {
                row[q] = Math.scalb(row[q], -scale);
            }
        }
        return new Likelihood(sum(row, stride), exponent);
    }

    private record Likelihood(double total, long exponent) {}

    /** Adds the stripes' counts of a block and takes them apart by item. */
    private void collect(int block) {
        int base = answers.offsets[block] * stride;
        int size = answers.offsets[block + 1] - answers.offsets[block];
        double[] sum = stripes[0].counts;
        for (int s = 1; s < stripes.length; s++) {
            addRange(sum, stripes[s].counts, base, base + size * stride);
        }
        for (int i = answers.starts[block + 1] - 1; i >= answers.starts[block]; i--) {
            int outcomes = answers.outcomes[i];
            size /= outcomes;
            for (double[] row : counts[i]) {
                Arrays.fill(row, 0);
            }
            for (int c = 0; c < size; c++) {
                for (int k = 0; k < outcomes; k++) {
                    int from = base + (c * outcomes + k) * stride;
                    if (k < answers.categories[i]) {
                        addFrom(counts[i][k], sum, from, stride);
                    }
                    // The block without this item: row c*outcomes is read before row c is overwritten, as c <= c*outcomes.
                    if (k == 0) {
                        System.arraycopy(sum, from, sum, base + c * stride, stride);
                    } else {
                        addWithin(sum, base + c * stride, from, stride);
                    }
                }
            }
        }
    }

    // The loops below are small and separate on purpose: the compiler turns each into vector instructions.

    private static void product(double[] table, int to, int from, double[] by, int length) {
        for (int q = 0; q < length; q++) {
            table[to + q] = table[from + q] * by[q];
        }
    }

    private static void times(double[] row, double[] table, int at, int length) {
        for (int q = 0; q < length; q++) {
            row[q] *= table[at + q];
        }
    }

    private static void times(double[] row, double[] table, int at, int second, int length) {
        for (int q = 0; q < length; q++) {
            row[q] = row[q] * table[at + q] * table[second + q];
        }
    }

    private static void add(double[] to, int at, double[] row, double factor, int length) {
        for (int q = 0; q < length; q++) {
            to[at + q] += row[q] * factor;
        }
    }

    private static void addFrom(double[] to, double[] from, int at, int length) {
        for (int q = 0; q < length; q++) {
            to[q] += from[at + q];
        }
    }

    private static void addWithin(double[] table, int to, int from, int length) {
        for (int q = 0; q < length; q++) {
            table[to + q] += table[from + q];
        }
    }

    private static void addRange(double[] to, double[] from, int start, int end) {
        for (int q = start; q < end; q++) {
            to[q] += from[q];
        }
    }

    /** Eight sums side by side, so that additions need not wait for each other. */
    private static double sum(double[] row, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int q = 0; q < length; q += 4) {
            a += row[q];
            b += row[q + 1];
            c += row[q + 2];
            d += row[q + 3];
        }
        return (a + b) + (c + d);
    }
}
