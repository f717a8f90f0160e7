package org.jiaogongti.measurement.irt;

import java.util.List;
import org.jiaogongti.measurement.kernel.Threads;

/**
 * EM with squared extrapolation (SQUAREM, scheme S3 of Varadhan and Roland 2008): after two cycles the parameters go on
 * in the direction and by the length that the two changes suggest. Where that would leave the possible parameters or
 * lower the log-likelihood (with the prior), the second cycle's result is taken instead, so the log-likelihood does not
 * fall. The fit ends when a plain cycle changes nothing by more than the tolerance.
 */
final class Accelerated {

    private final Cycle cycle;
    private final Threads threads;
    private final IrtModel model;
    private final MarginalMaximumLikelihood.Progress progress;
    private final List<Cycle.Place> places;
    private int cycles;
    private double objective;

    Accelerated(Cycle cycle, Threads threads, IrtModel model, MarginalMaximumLikelihood.Progress progress) {
        this.cycle = cycle;
        this.threads = threads;
        this.model = model;
        this.progress = progress;
        this.places = cycle.places();
    }

    int cycles() {
        return cycles;
    }

    /** Improves the state in place until it stands still; whether it does. */
    boolean run(State state) {
        if (places.isEmpty()) {
            return true;
        }
        State first = state.copy();
        State second = state.copy();
        double longest = 1;
        if (once(state, first)) {
            state.set(first);
            return true;
        }
        while (cycles < model.maximumCycles()) {
            second.set(first);
            double begun = objective;
            if (once(first, second)) {
                state.set(second);
                return true;
            }
            double reached = Math.max(begun, objective);
            double length = length(state, first, second);
            boolean cut = length > longest;
            if (cut) {
                length = longest;
                longest *= 4;
            }
            State next = extrapolated(state, first, second, length);
            if (length > 1 && cycle.allows(next)) {
                State after = next.copy();
                boolean still = once(next, after);
                if (objective >= reached - 1e-10 * Math.abs(reached)) {
                    state.set(next);
                    first.set(after);
                    if (still) {
                        state.set(after);
                        return true;
                    }
                    continue;
                }
                longest = Math.max(1, Math.min(longest, length) / 4);
            }
            state.set(second);
            if (once(state, first)) {
                state.set(first);
                return true;
            }
        }
        state.set(first);
        return false;
    }

    /** One plain cycle from one state to another; whether nothing changed by more than the tolerance. */
    private boolean once(State from, State to) {
        double logLik = cycle.expect(threads, from);
        objective = logLik + cycle.logPrior(from);
        to.set(from);
        cycle.maximise(threads, to, model.tolerance() / 10);
        cycles++;
        double change = change(from, to);
        progress.cycle(cycles, change, logLik);
        return change < model.tolerance();
    }

    /** The largest change; that of a lower asymptote on its own scale, as its logit has no end towards 0. */
    private double change(State from, State to) {
        double most = 0;
        for (Cycle.Place place : places) {
            double before = place.get(from);
            double after = place.get(to);
            most = Math.max(most, cycle.isGuess(place)
                    ? Math.abs(Curve.logistic(after) - Curve.logistic(before))
                    : Math.abs(after - before));
        }
        return most;
    }

    /** The length of the change over the length of the change's change. */
    private double length(State zero, State one, State two) {
        double changes = 0;
        double bends = 0;
        for (Cycle.Place place : places) {
            double change = place.get(one) - place.get(zero);
            double bend = place.get(two) - place.get(one) - change;
            changes += change * change;
            bends += bend * bend;
        }
        return bends > 0 ? Math.max(1, Math.sqrt(changes / bends)) : 1;
    }

    private State extrapolated(State zero, State one, State two, double length) {
        State next = two.copy();
        for (Cycle.Place place : places) {
            double change = place.get(one) - place.get(zero);
            double bend = place.get(two) - place.get(one) - change;
            place.set(next, place.get(zero) + 2 * length * change + length * length * bend);
        }
        return next;
    }
}
