package org.jiaogongti.measurement.irt;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.measurement.Estimate;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.kernel.AnswerBlocks;
import org.jiaogongti.measurement.kernel.Threads;
import org.jspecify.annotations.Nullable;

/** A calibration: items, the distribution of theta, and what was reached. */
public final class IrtFit {

    /** Patterns a thread scores at a time. */
    private static final int SCORED = 256;

    private final ScoreMatrix scores;
    private final IrtModel model;
    private final int[] lowest;
    private final int @Nullable [] groups;
    private final State state;
    private final Cycle cycle;
    private final AnswerBlocks answers;
    private final Course course;
    private final List<Item> items;

    /** How the fit went. */
    record Course(double logLik, int cycles, boolean converged) {}

    IrtFit(ScoreMatrix scores, IrtModel model, int[] lowest, int @Nullable [] groups, Curve[] curves, State state,
            Cycle cycle, AnswerBlocks answers, Course course) {
        this.scores = scores;
        this.model = model;
        this.lowest = lowest;
        this.groups = groups;
        this.state = state;
        this.cycle = cycle;
        this.answers = answers;
        this.course = course;
        List<Item> made = new ArrayList<>();
        for (int i = 0; i < curves.length; i++) {
            made.add(new Item(scores.names().get(i), curves[i], state.items[i]));
        }
        this.items = List.copyOf(made);
    }

    /** The model that was fitted. */
    public IrtModel model() {
        return model;
    }

    /** The data it was fitted to. */
    public ScoreMatrix scores() {
        return scores;
    }

    /** The items in the order of columns. */
    public List<Item> items() {
        return items;
    }

    /** The score that is an item's category 0. */
    public int lowest(int item) {
        return lowest[item];
    }

    /** Persons, those without an answer included. */
    public int persons() {
        return scores.persons();
    }

    /** How many groups. */
    public int groups() {
        return state.mean.length;
    }

    /** A person's group. */
    public int groupOf(int person) {
        return groups == null ? 0 : groups[person];
    }

    /** The mean of theta in a group. */
    public double mean(int group) {
        return state.mean[group];
    }

    /** The variance of theta in a group. */
    public double variance(int group) {
        return state.variance[group];
    }

    /** The log-likelihood at the estimates, without the density of priors. */
    public double logLik() {
        return course.logLik();
    }

    /** How many parameters were estimated. */
    public int parameters() {
        return cycle.places().size();
    }

    /** Cycles of EM taken. */
    public int cycles() {
        return course.cycles();
    }

    /** Whether the last cycle changed nothing by more than the tolerance, and no slope grew without end. */
    public boolean converged() {
        return course.converged() && endless().isEmpty();
    }

    /** Items whose slope grew to the steepest that is tried: these answers set it no end. */
    public List<Item> endless() {
        return items.stream().filter(item -> Math.abs(item.slope()) > Curve.STEEPEST / 2).toList();
    }

    /** Akaike's criterion: the smaller the better. */
    public double aic() {
        return -2 * logLik() + 2 * parameters();
    }

    /** Schwarz' criterion: the smaller the better. */
    public double bic() {
        return -2 * logLik() + Math.log(persons()) * parameters();
    }

    /** A person's answers as categories. */
    public int[] answers(int person) {
        return Categories.of(scores, person, lowest);
    }

    /**
     * The answers of a person of another matrix, with the same items in the same order, as categories.
     *
     * @throws Refused a score that is none of an item's categories
     */
    public int[] answersOf(ScoreMatrix other, int person) {
        int[] categories = Categories.of(other, person, lowest);
        for (int i = 0; i < categories.length; i++) {
            int score = other.score(person, i);
            if (score != ScoreMatrix.MISSING && (score < lowest[i] || categories[i] >= items.get(i).categories())) {
                throw Refused.cell(person, items.get(i).name(),
                        "题目“" + items.get(i).name() + "”没有得分 " + score + "；数据里是 "
                                + lowest[i] + " 到 " + (lowest[i] + items.get(i).categories() - 1));
            }
        }
        return categories;
    }

    /** What was estimated. */
    List<Cycle.Place> places() {
        return cycle.places();
    }

    /** How many free parameters an item has. */
    public int parametersOf(int item) {
        return (int) cycle.places().stream().filter(place -> place.item() == item).count();
    }

    /** Scores persons of a group on these items. */
    public Scorer scorer(int group) {
        return new Scorer(items, model.theta(), state.mean[group], state.variance[group]);
    }

    /** Scores persons of the only group. */
    public Scorer scorer() {
        return scorer(0);
    }

    /**
     * Every person's expected theta and posterior standard deviation, in one pass over the data.
     *
     * @return {@code [0]} means, {@code [1]} standard deviations, by person
     */
    public synchronized double[][] eap() {
        try (Threads threads = threads()) {
            double[][] moments = cycle.moments(threads, state);
            double[][] persons = new double[2][persons()];
            for (int person = 0; person < persons(); person++) {
                persons[0][person] = moments[0][answers.patternOf(person)];
                persons[1][person] = moments[1][answers.patternOf(person)];
            }
            return persons;
        }
    }

    /**
     * Every person's weighted likelihood estimate and its error, NaN without an answer; each pattern is scored once.
     *
     * @return {@code [0]} estimates, {@code [1]} errors, by person
     */
    public synchronized double[][] wle() {
        double[][] byPattern = new double[2][answers.patterns()];
        int[] person = new int[answers.patterns()];
        for (int p = persons() - 1; p >= 0; p--) {
            person[answers.patternOf(p)] = p;
        }
        int pieces = (answers.patterns() + SCORED - 1) / SCORED;
        try (Threads threads = threads()) {
            threads.run(pieces, piece -> {
                for (int p = piece * SCORED; p < Math.min(answers.patterns(), (piece + 1) * SCORED); p++) {
                    Estimate estimate = scorer(groupOf(person[p])).wle(answers(person[p]));
                    byPattern[0][p] = estimate.value();
                    byPattern[1][p] = estimate.standardError();
                }
            });
        }
        double[][] all = new double[2][persons()];
        for (int p = 0; p < persons(); p++) {
            all[0][p] = byPattern[0][answers.patternOf(p)];
            all[1][p] = byPattern[1][answers.patternOf(p)];
        }
        return all;
    }

    /** The test information at theta: the sum of the items'. */
    public double information(double theta) {
        double sum = 0;
        for (Item item : items) {
            sum += item.information(theta);
        }
        return sum;
    }

    /** The standard errors of all parameters, by the observed information. */
    public synchronized StandardErrors errors() {
        try (Threads threads = threads()) {
            return StandardErrors.of(this, cycle, state, threads);
        }
    }

    private Threads threads() {
        return new Threads(answers.patterns() >= MarginalMaximumLikelihood.SHARED ? model.threads() : 1);
    }
}
