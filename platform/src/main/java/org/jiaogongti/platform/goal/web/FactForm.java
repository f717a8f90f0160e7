package org.jiaogongti.platform.goal.web;

import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Means;
import org.jiaogongti.platform.goal.Entered.Problem;
import org.jiaogongti.platform.goal.Outcomes.Offer;
import org.jiaogongti.platform.goal.Place;
import org.jspecify.annotations.Nullable;

/** The form for an outcome. */
public record FactForm(Offer offer, Map<String, String> typed, Map<String, Problem> problems, Words words) {

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public @Nullable String problem(String field) {
        Problem problem = problems.get(field);
        return problem == null ? null : words.problem(problem);
    }

    /** Places that a goal with entered values is told of. */
    public List<Place> places() {
        return offer.places().stream()
                .filter(place -> offer.goals().stream().anyMatch(goal -> goal.whose().contains(place.whose())))
                .toList();
    }

    /** Goals that people judge, with the levels of their rubrics. */
    public List<Goal> judged() {
        return offer.goals().stream().filter(goal -> goal.indicator().means() instanceof Means.Judgement).toList();
    }

    public static Means.Judgement rubric(Goal goal) {
        return goal.indicator().means() instanceof Means.Judgement judgement
                ? judgement
                : new Means.Judgement(new java.util.TreeMap<>());
    }
}
