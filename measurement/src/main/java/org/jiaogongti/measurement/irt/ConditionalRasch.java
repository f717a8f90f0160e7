package org.jiaogongti.measurement.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.kernel.SymmetricFunctions;
import org.jiaogongti.measurement.kernel.Symmetric;

/**
 * The Rasch model by conditional maximum likelihood: given a person's number of right answers, which ones they are does
 * not depend on theta (Andersen 1972). Difficulties add up to 0. Persons with missing answers are taken together by the
 * items they answered. Newton's method with the information of all items, halved steps.
 */
public final class ConditionalRasch {

    private static final int STEPS = 100;
    private static final int HALVINGS = 30;

    private final List<Booklet> booklets;
    private final double[] right;

    private ConditionalRasch(List<Booklet> booklets, double[] right) {
        this.booklets = booklets;
        this.right = right;
    }

    /** The result. */
    public static final class Result {

        private final List<String> names;
        private final double[] difficulty;
        private final double[] error;
        private final double logLik;
        private final int iterations;
        private final boolean converged;

        private Result(List<String> names, double[] difficulty, double[] error, double logLik, int iterations,
                boolean converged) {
            this.names = names;
            this.difficulty = difficulty;
            this.error = error;
            this.logLik = logLik;
            this.iterations = iterations;
            this.converged = converged;
        }

        /** The items. */
        public List<String> names() {
            return names;
        }

        /** An item's difficulty; they add up to 0. */
        public double difficulty(int item) {
            return difficulty[item];
        }

        /** The standard error of a difficulty; NaN if the information is not positive definite. */
        public double error(int item) {
            return error[item];
        }

        /** The conditional log-likelihood. */
        public double logLik() {
            return logLik;
        }

        /** Newton steps taken. */
        public int iterations() {
            return iterations;
        }

        /** Whether the last step changed no difficulty by more than 1e-9. */
        public boolean converged() {
            return converged;
        }
    }

    /** Persons who answered the same items: how many had each number right. */
    private static final class Booklet {
        final int[] items;
        final double[] persons;

        Booklet(List<Integer> items, double[] persons) {
            this.items = items.stream().mapToInt(Integer::intValue).toArray();
            this.persons = persons;
        }
    }

    /**
     * Fits.
     *
     * @param scores 0 and 1
     * @throws Refused scores that are not 0 and 1; an item whose difficulty these answers cannot tell
     */
    public static Result fit(ScoreMatrix scores) {
        scores.requireVaried();
        for (int i = 0; i < scores.items(); i++) {
            if (scores.maximum(i) > 1) {
                throw Refused.column(scores.names().get(i), "题目“" + scores.names().get(i) + "”有得分 " + scores.maximum(i)
                        + "，这个模型只用于 0 和 1；请把得分改成 0 和 1，或用 measure irt --model gpcm");
            }
        }
        requireConnected(scores);
        Map<List<Integer>, double[]> found = new LinkedHashMap<>();
        double[] right = new double[scores.items()];
        for (int person = 0; person < scores.persons(); person++) {
            List<Integer> answered = new ArrayList<>();
            int sum = 0;
            for (int i = 0; i < scores.items(); i++) {
                int score = scores.score(person, i);
                if (score != ScoreMatrix.MISSING) {
                    answered.add(i);
                    sum += score;
                }
            }
            if (sum > 0 && sum < answered.size()) {
                found.computeIfAbsent(answered, items -> new double[items.size() + 1])[sum]++;
                for (int i : answered) {
                    right[i] += scores.score(person, i);
                }
            }
        }
        List<Booklet> booklets = found.entrySet().stream()
                .map(entry -> new Booklet(entry.getKey(), entry.getValue())).toList();
        return new ConditionalRasch(booklets, right).newton(scores.names());
    }

    private Result newton(List<String> names) {
        int k = right.length;
        double[] difficulty = new double[k];
        double[] gradient = new double[k];
        double[][] information = new double[k][k];
        double logLik = evaluate(difficulty, gradient, information);
        int step = 0;
        boolean converged = false;
        while (step < STEPS && !converged) {
            step++;
            double[] move = gradient.clone();
            // Only differences of difficulties are known; the mean is held by the matrix of ones.
            double[][] root = held(information);
            if (!Symmetric.cholesky(root)) {
                break;
            }
            Symmetric.solve(root, move);
            double longest = Arrays.stream(move).map(Math::abs).max().orElse(0);
            double scale = Math.min(1, 2 / longest);
            double next = Double.NaN;
            double[] candidate = difficulty;
            for (int halving = 0; halving < HALVINGS; halving++) {
                candidate = centred(difficulty, move, scale);
                next = evaluate(candidate, gradient, information);
                if (next >= logLik - 1e-11 * Math.abs(logLik)) {
                    break;
                }
                scale /= 2;
            }
            difficulty = candidate;
            logLik = next;
            converged = longest < 1e-9;
        }
        double[][] root = held(information);
        double[] error = new double[k];
        Arrays.fill(error, Double.NaN);
        if (Symmetric.cholesky(root)) {
            double[][] inverse = Symmetric.inverse(root);
            for (int i = 0; i < k; i++) {
                error[i] = Math.sqrt(inverse[i][i] - 1.0 / k);
            }
        }
        return new Result(names, difficulty, error, logLik, step, converged);
    }

    private static double[] centred(double[] from, double[] move, double scale) {
        double[] to = new double[from.length];
        double mean = 0;
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + scale * move[i];
            mean += to[i] / to.length;
        }
        for (int i = 0; i < to.length; i++) {
            to[i] -= mean;
        }
        return to;
    }

    /** The information with 1/k added everywhere: its inverse is that of the difficulties with mean 0, and 1/k. */
    private static double[][] held(double[][] information) {
        double[][] held = new double[information.length][];
        for (int i = 0; i < held.length; i++) {
            held[i] = information[i].clone();
            for (int j = 0; j < held.length; j++) {
                held[i][j] += 1.0 / held.length;
            }
        }
        return held;
    }

    /** The conditional log-likelihood; leaves its gradient by difficulty and minus its second derivatives. */
    private double evaluate(double[] difficulty, double[] gradient, double[][] information) {
        double logLik = 0;
        for (int i = 0; i < gradient.length; i++) {
            logLik -= difficulty[i] * right[i];
            gradient[i] = -right[i];
            Arrays.fill(information[i], 0);
        }
        for (Booklet booklet : booklets) {
            int[] items = booklet.items;
            double[] easiness = new double[items.length];
            for (int j = 0; j < items.length; j++) {
                easiness[j] = Math.exp(-difficulty[items[j]]);
            }
            SymmetricFunctions functions = new SymmetricFunctions(easiness);
            double[] logs = functions.logs();
            for (int r = 1; r < items.length; r++) {
                logLik -= booklet.persons[r] * logs[r];
            }
            double[] expected = functions.expected(booklet.persons);
            double[][] covariance = functions.covariance(booklet.persons);
            for (int j = 0; j < items.length; j++) {
                gradient[items[j]] += expected[j];
                for (int l = 0; l < items.length; l++) {
                    information[items[j]][items[l]] += covariance[j][l];
                }
            }
        }
        return logLik;
    }

    /**
     * Fischer's (1981) condition: there is a finite maximum if and only if, however the items are divided in two,
     * somebody has one of the first right and one of the second wrong.
     */
    private static void requireConnected(ScoreMatrix scores) {
        int k = scores.items();
        boolean[][] beats = new boolean[k][k];
        for (int person = 0; person < scores.persons(); person++) {
            for (int i = 0; i < k; i++) {
                if (scores.score(person, i) == 1) {
                    for (int j = 0; j < k; j++) {
                        beats[i][j] |= scores.score(person, j) == 0;
                    }
                }
            }
        }
        boolean[] forward = reached(beats, false);
        boolean[] backward = reached(beats, true);
        for (int i = 0; i < k; i++) {
            if (!forward[i] || !backward[i]) {
                throw Refused.column(scores.names().get(i),
                        "题目“" + scores.names().get(i) + "”与“" + scores.names().get(0)
                                + "”的难度无法比较（没有人在一边答对、在另一边答错）；请删去其中一列，或用 measure irt --model rasch");
            }
        }
    }

    private static boolean[] reached(boolean[][] edges, boolean reversed) {
        boolean[] seen = new boolean[edges.length];
        int[] queue = new int[edges.length];
        int end = 1;
        seen[0] = true;
        for (int at = 0; at < end; at++) {
            for (int j = 0; j < edges.length; j++) {
                if (!seen[j] && (reversed ? edges[j][queue[at]] : edges[queue[at]][j])) {
                    seen[j] = true;
                    queue[end++] = j;
                }
            }
        }
        return seen;
    }
}
