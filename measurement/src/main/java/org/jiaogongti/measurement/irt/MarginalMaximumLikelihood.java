package org.jiaogongti.measurement.irt;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.kernel.AnswerBlocks;
import org.jiaogongti.measurement.kernel.ExpectationStep;
import org.jiaogongti.measurement.kernel.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Calibrates items by marginal maximum likelihood: Bock and Aitkin's (1981) EM over equally spaced nodes of theta,
 * accelerated by Varadhan and Roland's (2008) squared extrapolation, which is taken back where the log-likelihood would
 * fall. One group has theta N(0, 1), with the Rasch model N(0, sigma^2); with fixed items, its mean and variance are
 * estimated; of several groups the first is like that and the others' means and variances are estimated.
 *
 * <pre>{@code
 * IrtFit fit = MarginalMaximumLikelihood.of(scores, IrtModel.of(Family.TWO_PL)).fit();
 * }</pre>
 */
public final class MarginalMaximumLikelihood {

    /** Below so many patterns threads would cost more than they bring. */
    static final int SHARED = 4096;

    private final ScoreMatrix scores;
    private final IrtModel model;
    private final int @Nullable [] groups;
    private final Map<String, Item> fixed;

    private MarginalMaximumLikelihood(ScoreMatrix scores, IrtModel model, int @Nullable [] groups,
            Map<String, Item> fixed) {
        this.scores = scores;
        this.model = model;
        this.groups = groups;
        this.fixed = fixed;
    }

    /** Told after each cycle how a fit comes along. */
    @FunctionalInterface
    public interface Progress {

        /**
         * A cycle is done.
         *
         * @param number from 1
         * @param change the largest change of a slope or intercept in it
         * @param logLik the log-likelihood before it
         */
        void cycle(int number, double change, double logLik);
    }

    /** Prepares a fit of one group. */
    public static MarginalMaximumLikelihood of(ScoreMatrix scores, IrtModel model) {
        return new MarginalMaximumLikelihood(scores, model, null, Map.of());
    }

    /**
     * The same items in several groups, with the same parameters; each group has its own distribution.
     *
     * @param group each person's group, from 0; none left out
     */
    public MarginalMaximumLikelihood withGroups(int... group) {
        if (group.length != scores.persons()) {
            throw Refused.whole("有 " + scores.persons() + " 人，却给了 " + group.length + " 个组别；请每人给一个");
        }
        int number = Arrays.stream(group).max().orElse(0) + 1;
        for (int g = 0; g < number; g++) {
            int wanted = g;
            if (Arrays.stream(group).noneMatch(one -> one == wanted)) {
                throw Refused.whole("第 " + (g + 1) + " 组没有人；请从 0 起连续编号");
            }
        }
        return new MarginalMaximumLikelihood(scores, model, group.clone(), fixed);
    }

    /** Items by name whose parameters are known from elsewhere and held; the scale is theirs. */
    public MarginalMaximumLikelihood withFixedItems(List<Item> known) {
        Map<String, Item> byName = new HashMap<>();
        for (Item item : known) {
            byName.put(item.name(), item);
        }
        for (String name : byName.keySet()) {
            if (!scores.names().contains(name)) {
                throw Refused.whole("固定参数的题目“" + name + "”不在数据里；请改名或去掉");
            }
        }
        return new MarginalMaximumLikelihood(scores, model, groups, Map.copyOf(byName));
    }

    /** Fits in silence. */
    public IrtFit fit() {
        return fit((number, change, logLik) -> {});
    }

    /**
     * Fits.
     *
     * @throws Refused an item that nobody answered in two ways, a category that nobody used, an answer the model has no
     *                 category for
     */
    public IrtFit fit(Progress progress) {
        if (scores.persons() == 0 || scores.items() == 0) {
            throw Refused.whole("没有得分；请给出至少一人、一题");
        }
        scores.requireVaried();
        Categories categories = Categories.of(scores, model.family(), fixed);
        int groupCount = groups == null ? 1 : Arrays.stream(groups).max().orElse(0) + 1;
        double[] theta = model.theta();
        AnswerBlocks answers = AnswerBlocks.of(scores, categories.lowest(), categories.counts(), groups);
        Start start = start(categories, theta, groupCount);
        boolean populations = model.family() == IrtModel.Family.RASCH || groupCount > 1 || !fixed.isEmpty();
        ExpectationStep expectation = new ExpectationStep(answers, groupCount, theta.length, populations);
        Cycle cycle = new Cycle(start.curves, start.steps, start.freeMean, start.freeVariance, theta, expectation);
        try (Threads threads = new Threads(answers.patterns() >= SHARED ? model.threads() : 1)) {
            Accelerated accelerated = new Accelerated(cycle, threads, model, progress);
            boolean converged = accelerated.run(start.state);
            double logLik = cycle.expect(threads, start.state);
            return new IrtFit(scores, model, categories.lowest(), groups, start.curves, start.state, cycle, answers,
                    new IrtFit.Course(logLik, accelerated.cycles(), converged));
        }
    }

    /** Where a fit begins, and what of it is free. */
    private static final class Start {
        final Curve[] curves;
        final ItemStep[] steps;
        final State state;
        final boolean[] freeMean;
        final boolean[] freeVariance;

        Start(int items, int groups) {
            curves = new Curve[items];
            steps = new ItemStep[items];
            state = new State(new double[items][], new double[groups], new double[groups]);
            freeMean = new boolean[groups];
            freeVariance = new boolean[groups];
        }
    }

    private Start start(Categories categories, double[] theta, int groupCount) {
        Start start = new Start(scores.items(), groupCount);
        boolean rasch = model.family() == IrtModel.Family.RASCH;
        for (int g = 0; g < groupCount; g++) {
            start.freeMean[g] = g > 0 || !fixed.isEmpty();
            start.freeVariance[g] = start.freeMean[g] || rasch;
            start.state.variance[g] = 1;
        }
        Guessing.Prior prior = model.guessing() instanceof Guessing.Prior given ? given : null;
        for (int i = 0; i < scores.items(); i++) {
            Item known = fixed.get(scores.names().get(i));
            int number = categories.counts()[i];
            if (known != null) {
                start.curves[i] = known.curve();
                start.state.items[i] = known.parameters();
                start.steps[i] = new ItemStep(known.curve(), start.state.items[i].length, new int[0], null, theta);
                continue;
            }
            Curve curve = curve(number);
            double[] parameters = first(curve, scores.counts(i), categories.lowest()[i]);
            start.curves[i] = curve;
            start.state.items[i] = parameters;
            int[] free = free(curve, parameters.length, rasch);
            start.steps[i] = new ItemStep(curve, parameters.length, free, prior, theta);
        }
        return start;
    }

    private Curve curve(int categories) {
        return switch (model.family()) {
            case TWO_PL, THREE_PL -> Curve.LOGISTIC;
            case RASCH -> categories == 2 ? Curve.LOGISTIC : Curve.PARTIAL_CREDIT;
            case GRADED -> Curve.GRADED;
            case PARTIAL_CREDIT -> Curve.PARTIAL_CREDIT;
        };
    }

    private int[] free(Curve curve, int parameters, boolean rasch) {
        int from = rasch ? 1 : 0;
        boolean guess = model.guessing() != null && !(model.guessing() instanceof Guessing.Fixed);
        int to = curve == Curve.LOGISTIC && !guess ? 2 : parameters;
        int[] free = new int[to - from];
        for (int m = 0; m < free.length; m++) {
            free[m] = from + m;
        }
        return free;
    }

    /** Slope 1, and intercepts at which a person in the middle answers as all do. */
    private double[] first(Curve curve, int[] counts, int lowest) {
        int last = counts.length - 1 - lowest;
        double all = Arrays.stream(counts).sum();
        if (curve == Curve.LOGISTIC) {
            double guess = switch (model.guessing()) {
                case null -> 0;
                case Guessing.Fixed fixedGuess -> fixedGuess.value();
                case Guessing.Prior prior -> Curve.logistic(prior.mean());
                case Guessing.Free free -> 0.15;
            };
            double right = Math.clamp((counts[lowest + 1] / all - guess) / (1 - guess), 0.03, 0.97);
            return new double[]{1, 1.2 * Math.log(right / (1 - right)), Math.log(guess / (1 - guess))};
        }
        double[] parameters = new double[last + 1];
        parameters[0] = 1;
        double below = 0;
        for (int k = 1; k <= last; k++) {
            below += counts[lowest + k - 1];
            parameters[k] = curve == Curve.GRADED
                    ? 1.2 * Math.log((all - below) / below)
                    : Math.log(counts[lowest + k] / (double) counts[lowest]);
        }
        return parameters;
    }
}
