package org.jiaogongti.measurement.diagnosis;

import java.util.Arrays;
import org.jiaogongti.measurement.kernel.Threads;

/**
 * The expectation step: how many persons of each class, and of each class with each answer, the current parameters let one
 * expect.
 *
 * <p>Answers are packed by blocks of items; for each block a table holds, for every code, the likelihood of all classes. A
 * pattern's likelihood is then a product of a few rows, and its posterior is added to as many rows of a second table, from
 * which the items' counts come at the end. The patterns are shared out in a fixed number of chunks whose tables are added
 * in order, so one thread and many give the same bits.
 */
final class Expectation {

    /** The chunks' number does not depend on the threads. */
    private static final int CHUNKS = 16;

    /** A pattern less likely than this in every class is computed again with logarithms. */
    private static final double TINY = 1e-250;

    private final Answers answers;
    private final int items;
    private final int classes;
    private final Threads threads;
    private final double[][][] tables;
    private final double[][][][] sums;
    private final double[][] chunkTotals;
    private final double[] chunkLogLikelihood;

    /** Persons by class, and for each item persons by class who answered right, and who answered at all. */
    final double[] totals;
    final double[][] right;
    final double[][] answered;

    Expectation(Answers answers, int items, int classes, Threads threads) {
        this.answers = answers;
        this.items = items;
        this.classes = classes;
        this.threads = threads;
        int chunks = Math.clamp(answers.patterns() / 256, 1, CHUNKS);
        this.tables = table();
        this.sums = new double[chunks][][][];
        for (int chunk = 0; chunk < chunks; chunk++) {
            sums[chunk] = table();
        }
        this.chunkTotals = new double[chunks][classes];
        this.chunkLogLikelihood = new double[chunks];
        this.totals = new double[classes];
        this.right = new double[items][classes];
        this.answered = new double[items][classes];
    }

    private double[][][] table() {
        double[][][] table = new double[answers.blocks()][][];
        for (int block = 0; block < table.length; block++) {
            table[block] = new double[answers.codes(block, items)][classes];
        }
        return table;
    }

    /**
     * Runs it.
     *
     * @param probability by item and class
     * @param shares of the classes
     * @return the log likelihood
     */
    double run(double[][] probability, double[] shares) {
        threads.run(tables.length, block -> fill(block, probability));
        threads.run(sums.length, chunk -> run(chunk, shares, probability));
        Arrays.fill(totals, 0);
        double logLikelihood = 0;
        for (int chunk = 0; chunk < sums.length; chunk++) {
            logLikelihood += chunkLogLikelihood[chunk];
            add(chunkTotals[chunk], totals);
        }
        threads.run(tables.length, this::unpack);
        return logLikelihood;
    }

    /** Likelihoods of all codes of a block, item by item. */
    private void fill(int block, double[][] probability) {
        double[][] table = tables[block];
        Arrays.fill(table[0], 1);
        int step = 1;
        for (int i = 0; i < answers.size(block, items); i++) {
            double[] p = probability[block * answers.width() + i];
            for (int code = 0; code < step; code++) {
                double[] wrong = table[code];
                double[] rightly = table[code + step];
                if (answers.base() > Answers.MISSING) {
                    System.arraycopy(wrong, 0, table[code + Answers.MISSING * step], 0, classes);
                }
                for (int c = 0; c < classes; c++) {
                    rightly[c] = wrong[c] * p[c];
                    wrong[c] -= rightly[c];
                }
            }
            step *= answers.base();
        }
    }

    private void run(int chunk, double[] shares, double[][] probability) {
        double[][][] sum = sums[chunk];
        for (double[][] block : sum) {
            for (double[] row : block) {
                Arrays.fill(row, 0);
            }
        }
        double[] total = chunkTotals[chunk];
        Arrays.fill(total, 0);
        double[] posterior = new double[classes];
        double logLikelihood = 0;
        int from = (int) ((long) answers.patterns() * chunk / sums.length);
        int to = (int) ((long) answers.patterns() * (chunk + 1) / sums.length);
        for (int pattern = from; pattern < to; pattern++) {
            double weight = answers.weight()[pattern];
            logLikelihood += weight * posterior(pattern, shares, probability, posterior);
            for (int c = 0; c < classes; c++) {
                posterior[c] *= weight;
            }
            for (int block = 0; block < sum.length; block++) {
                add(posterior, sum[block][answers.codes()[pattern * answers.blocks() + block]]);
            }
            add(posterior, total);
        }
        chunkLogLikelihood[chunk] = logLikelihood;
    }

    /** Fills the posterior probabilities of a pattern and gives the logarithm of its likelihood. */
    double posterior(int pattern, double[] shares, double[][] probability, double[] posterior) {
        System.arraycopy(shares, 0, posterior, 0, classes);
        int first = pattern * answers.blocks();
        for (int block = 0; block < tables.length; block++) {
            double[] row = tables[block][answers.codes()[first + block]];
            for (int c = 0; c < classes; c++) {
                posterior[c] *= row[c];
            }
        }
        double sum = 0;
        for (double each : posterior) {
            sum += each;
        }
        if (!(sum > TINY)) {
            return byLogarithms(pattern, shares, probability, posterior);
        }
        double scale = 1 / sum;
        for (int c = 0; c < classes; c++) {
            posterior[c] *= scale;
        }
        return Math.log(sum);
    }

    private double byLogarithms(int pattern, double[] shares, double[][] probability, double[] posterior) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            double log = Math.log(shares[c]);
            for (int item = 0; item < items; item++) {
                int digit = digit(pattern, item);
                if (digit != Answers.MISSING) {
                    log += Math.log(digit == 1 ? probability[item][c] : 1 - probability[item][c]);
                }
            }
            posterior[c] = log;
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            posterior[c] = Math.exp(posterior[c] - largest);
            sum += posterior[c];
        }
        for (int c = 0; c < classes; c++) {
            posterior[c] /= sum;
        }
        return largest + Math.log(sum);
    }

    private int digit(int pattern, int item) {
        int code = answers.codes()[pattern * answers.blocks() + item / answers.width()];
        for (int i = item % answers.width(); i > 0; i--) {
            code /= answers.base();
        }
        return code % answers.base();
    }

    /** The counts of a block's items from its codes' sums. */
    private void unpack(int block) {
        int size = answers.size(block, items);
        for (int i = 0; i < size; i++) {
            Arrays.fill(right[block * answers.width() + i], 0);
            Arrays.fill(answered[block * answers.width() + i], 0);
        }
        double[] row = new double[classes];
        for (int code = 0; code < tables[block].length; code++) {
            Arrays.fill(row, 0);
            for (double[][][] sum : sums) {
                add(sum[block][code], row);
            }
            int rest = code;
            for (int i = 0; i < size; i++) {
                int digit = rest % answers.base();
                rest /= answers.base();
                int item = block * answers.width() + i;
                if (digit == 1) {
                    add(row, right[item]);
                }
                if (digit != Answers.MISSING) {
                    add(row, answered[item]);
                }
            }
        }
    }

    private static void add(double[] from, double[] to) {
        for (int c = 0; c < to.length; c++) {
            to[c] += from[c];
        }
    }
}
