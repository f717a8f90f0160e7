package org.jiaogongti.charter.appraising;

import java.math.BigInteger;
import java.util.List;

/**
 * The same scores with another budget or another rule, side by side with how fair each is. Nothing is written.
 *
 * @param name what the reader calls it
 */
public record Simulation(String name, BigInteger budget, List<Grants.Grant> grants, Fairness fairness) {

    public Simulation {
        grants = List.copyOf(grants);
    }

    /** What to try. */
    public record Trial(String name, Scheme.Grant rule, BigInteger budget) {}

    /**
     * Tries each.
     *
     * @param appraisals at least one
     */
    public static List<Simulation> of(List<Appraisal> appraisals, List<Trial> trials) {
        return trials.stream().map(trial -> {
            List<Grants.Grant> grants = Grants.of(trial.rule(), appraisals, trial.budget());
            return new Simulation(trial.name(), trial.budget(), grants,
                    Fairness.of(appraisals, grants, trial.budget()));
        }).toList();
    }
}
