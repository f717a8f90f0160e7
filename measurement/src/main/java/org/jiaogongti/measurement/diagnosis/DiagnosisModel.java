package org.jiaogongti.measurement.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.diagnosis.DiagnosisFit.ItemFit;
import org.jiaogongti.measurement.diagnosis.DiagnosisFit.Mastery;
import org.jiaogongti.measurement.kernel.Threads;

/**
 * Fits diagnosis models by marginal maximum likelihood: EM over all combinations of skills, with a free share for each.
 * After ten plain cycles three at a time are used to look ahead (SQUAREM); a step ahead that lowers the likelihood is
 * taken back, so the likelihood does not fall. A missing answer says nothing.
 *
 * <p>Source: de la Torre (2009), Journal of Educational and Behavioral Statistics 34, and (2011), Psychometrika 76, for the
 * models; Varadhan and Roland (2008), Scandinavian Journal of Statistics 35, for looking ahead.
 */
public final class DiagnosisModel {

    private static final int PLAIN_CYCLES = 10;

    /** A step ahead leaves at least this share of the distance to 0 and 1. */
    private static final double NEARER = 0.1;

    private final ScoreMatrix scores;
    private final QMatrix q;
    private final Rule rule;
    private final Settings settings;
    private final Expectation expectation;
    private final Answers answers;
    /** By item and class, the group of classes with one probability. */
    private final int[][] groups;
    /** Where an item's probabilities begin among the parameters; the shares come last. */
    private final int[] start;
    private final double[][] probability;

    private DiagnosisModel(ScoreMatrix scores, QMatrix q, Rule rule, Settings settings, Threads threads) {
        this.scores = scores;
        this.q = q;
        this.rule = rule;
        this.settings = settings;
        this.answers = Answers.of(scores, q.skills().size());
        this.expectation = new Expectation(answers, scores.items(), q.classes(), threads);
        this.groups = new int[scores.items()][q.classes()];
        this.start = new int[scores.items() + 1];
        this.probability = new double[scores.items()][q.classes()];
        for (int item = 0; item < scores.items(); item++) {
            start[item + 1] = start[item] + (rule.twofold() ? 2 : 1 << q.count(item));
            for (int person = 0; person < q.classes(); person++) {
                int has = q.reduced(item, person);
                groups[item][person] = switch (rule) {
                    case DINA -> has == (1 << q.count(item)) - 1 ? 1 : 0;
                    case DINO -> has != 0 ? 1 : 0;
                    case GDINA, ACDM -> has;
                };
            }
        }
    }

    /**
     * How to fit.
     *
     * @param tolerance the largest change of a parameter in a cycle at which to stop
     * @param mostCycles after so many the fit is given back as not converged
     * @param exact whether ACDM items are fitted by maximum likelihood in every cycle, not by weighted least squares
     * @param threads how many; the result does not depend on it
     */
    public record Settings(double tolerance, int mostCycles, boolean exact, int threads) {

        /** As R's CDM: 1e-8, 20,000 cycles, least squares for ACDM. */
        public static Settings usual(int threads) {
            return new Settings(1e-8, 20_000, false, threads);
        }
    }

    /**
     * Fits a model.
     *
     * @param scores 0 and 1, persons by items
     * @param q for each item, in the same order, what it needs
     * @throws Refused if an item is answered alike by all, a score is above 1, or Q has other items
     */
    public static DiagnosisFit fit(ScoreMatrix scores, QMatrix q, Rule rule, Settings settings) {
        scores.requireVaried();
        requireItems(scores, q);
        try (Threads pool = new Threads(settings.threads())) {
            return new DiagnosisModel(scores, q, rule, settings, pool).fit();
        }
    }

    /** What the answers of persons say under given parameters; also of one single person. */
    public static Mastery mastery(ScoreMatrix scores, DiagnosisFit fit) {
        requireItems(scores, fit.q());
        try (Threads pool = new Threads(1)) {
            return new DiagnosisModel(scores, fit.q(), fit.rule(), Settings.usual(1), pool).mastery(fit);
        }
    }

    private static void requireItems(ScoreMatrix scores, QMatrix q) {
        if (scores.items() != q.items()) {
            throw Refused.whole("数据有 " + scores.items() + " 道题，Q 矩阵有 " + q.items() + " 行；请逐题对齐");
        }
    }

    private DiagnosisFit fit() {
        double[] now = initial();
        int cycles = 0;
        boolean converged = false;
        double reached = Double.NEGATIVE_INFINITY;
        double[] fallback = now;
        while (cycles < settings.mostCycles() && !converged) {
            double[] first = new double[now.length];
            double likelihood = cycle(now, first);
            cycles++;
            if (likelihood < reached - slack(reached)) {
                now = fallback;
                reached = Double.NEGATIVE_INFINITY;
                continue;
            }
            reached = likelihood;
            converged = change(now, first) <= settings.tolerance();
            if (converged || cycles < PLAIN_CYCLES) {
                now = first;
                fallback = first;
                continue;
            }
            double[] second = new double[now.length];
            reached = cycle(first, second);
            cycles++;
            fallback = second;
            now = ahead(now, first, second);
        }
        double logLikelihood = expect(now);
        return report(now, logLikelihood, cycles, converged);
    }

    /** How much the likelihood may fall in a step ahead: rounding, or with least squares what these give away. */
    private double slack(double reached) {
        return rule == Rule.ACDM && !settings.exact() ? 0.1 : 1e-10 * Math.abs(reached);
    }

    /** How far a group starts between the lowest and the highest one: every effect, also of skills together, is alike. */
    private double share(int item, int group) {
        int had = Integer.bitCount(group);
        return switch (rule) {
            case DINA, DINO -> group;
            case GDINA -> ((1 << had) - 1.0) / ((1 << q.count(item)) - 1.0);
            case ACDM -> (double) had / q.count(item);
        };
    }

    private double[] initial() {
        double[] initial = new double[start[scores.items()] + q.classes()];
        for (int item = 0; item < scores.items(); item++) {
            int size = start[item + 1] - start[item];
            for (int g = 0; g < size; g++) {
                initial[start[item] + g] = 0.2 + 0.6 * share(item, g);
            }
        }
        Arrays.fill(initial, start[scores.items()], initial.length, 1.0 / q.classes());
        return initial;
    }

    private double expect(double[] parameters) {
        for (int item = 0; item < scores.items(); item++) {
            for (int person = 0; person < q.classes(); person++) {
                probability[item][person] = parameters[start[item] + groups[item][person]];
            }
        }
        return expectation.run(probability, shares(parameters));
    }

    private double[] shares(double[] parameters) {
        return Arrays.copyOfRange(parameters, start[scores.items()], parameters.length);
    }

    /** One cycle; the log likelihood of the parameters it starts from. */
    private double cycle(double[] from, double[] to) {
        double likelihood = expect(from);
        for (int item = 0; item < scores.items(); item++) {
            int size = start[item + 1] - start[item];
            double[] right = new double[size];
            double[] answered = new double[size];
            for (int person = 0; person < q.classes(); person++) {
                right[groups[item][person]] += expectation.right[item][person];
                answered[groups[item][person]] += expectation.answered[item][person];
            }
            double[] p = Arrays.copyOfRange(from, start[item], start[item + 1]);
            if (rule == Rule.ACDM && q.count(item) > 1) {
                if (settings.exact()) {
                    Additive.maximise(right, answered, p);
                } else {
                    Additive.leastSquares(right, answered, p);
                }
            } else {
                for (int g = 0; g < size; g++) {
                    p[g] = answered[g] > 0 ? Math.clamp(right[g] / answered[g], 0, 1) : p[g];
                }
            }
            System.arraycopy(p, 0, to, start[item], size);
        }
        int first = start[scores.items()];
        for (int person = 0; person < q.classes(); person++) {
            to[first + person] = expectation.totals[person] / scores.persons();
        }
        return likelihood;
    }

    private static double change(double[] from, double[] to) {
        double largest = 0;
        for (int i = 0; i < from.length; i++) {
            largest = Math.max(largest, Math.abs(to[i] - from[i]));
        }
        return largest;
    }

    private double[] ahead(double[] zero, double[] one, double[] two) {
        double rr = 0;
        double vv = 0;
        for (int i = 0; i < zero.length; i++) {
            double r = one[i] - zero[i];
            double v = two[i] - one[i] - r;
            rr += r * r;
            vv += v * v;
        }
        double length = vv > 0 ? Math.sqrt(rr / vv) : 1;
        if (length <= 1) {
            return two;
        }
        double[] ahead = new double[zero.length];
        for (int i = 0; i < zero.length; i++) {
            double r = one[i] - zero[i];
            double v = two[i] - one[i] - r;
            double value = zero[i] + 2 * length * r + length * length * v;
            // Whoever lands at an edge hardly comes off it again, so a step goes most of the way there, not all.
            ahead[i] = Math.clamp(value, NEARER * two[i], 1 - NEARER * (1 - two[i]));
        }
        int first = start[scores.items()];
        double sum = 0;
        for (int i = first; i < ahead.length; i++) {
            sum += ahead[i];
        }
        for (int i = first; i < ahead.length; i++) {
            ahead[i] /= sum;
        }
        return ahead;
    }

    private DiagnosisFit report(double[] parameters, double logLikelihood, int cycles, boolean converged) {
        List<ItemFit> items = new ArrayList<>();
        int free = q.classes() - 1;
        for (int item = 0; item < scores.items(); item++) {
            int[] order = rule.twofold() ? new int[]{0, 1} : QMatrix.listed(q.count(item));
            double[] listed = new double[order.length];
            for (int g = 0; g < order.length; g++) {
                listed[g] = parameters[start[item] + order[g]];
            }
            free += rule == Rule.ACDM ? q.count(item) + 1 : order.length;
            items.add(new ItemFit(scores.names().get(item), listed));
        }
        return new DiagnosisFit(rule, q, scores.persons(), logLikelihood, free, cycles, converged, items,
                shares(parameters));
    }

    private Mastery mastery(DiagnosisFit fit) {
        double[] parameters = new double[start[scores.items()] + q.classes()];
        for (int item = 0; item < scores.items(); item++) {
            int[] order = rule.twofold() ? new int[]{0, 1} : QMatrix.listed(q.count(item));
            for (int g = 0; g < order.length; g++) {
                parameters[start[item] + order[g]] = fit.items().get(item).probabilities()[g];
            }
        }
        System.arraycopy(fit.classShares(), 0, parameters, start[scores.items()], q.classes());
        expect(parameters);
        int skills = q.skills().size();
        double[][] has = new double[scores.persons()][skills];
        int[] likeliest = new int[scores.persons()];
        double[] certainty = new double[scores.persons()];
        double[] accuracy = new double[skills];
        double[] posterior = new double[q.classes()];
        for (int person = 0; person < scores.persons(); person++) {
            expectation.posterior(answers.pattern()[person], fit.classShares(), probability, posterior);
            for (int c = 0; c < posterior.length; c++) {
                if (posterior[c] > certainty[person]) {
                    certainty[person] = posterior[c];
                    likeliest[person] = c;
                }
                for (int skill = 0; skill < skills; skill++) {
                    has[person][skill] += (c >> skill & 1) * posterior[c];
                }
            }
            for (int skill = 0; skill < skills; skill++) {
                accuracy[skill] += Math.max(has[person][skill], 1 - has[person][skill]) / scores.persons();
            }
        }
        return new Mastery(has, likeliest, certainty, accuracy);
    }
}
