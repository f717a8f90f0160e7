package org.jiaogongti.platform.goal.web;

import java.util.Map;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Means;
import org.jiaogongti.platform.goal.Entered.Problem;
import org.jiaogongti.platform.goal.OutcomeFact;
import org.jiaogongti.platform.goal.OutcomeFact.Version;
import org.jiaogongti.platform.goal.Outcomes.Shown;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * One outcome with its versions, and the form that corrects it.
 *
 * @param problems by field; {@code back.} in front for the form that takes it back
 */
public record FactView(Shown shown, Map<String, String> typed, Map<String, Problem> problems, Words words) {

    public Messages m() {
        return words.m();
    }

    public OutcomeFact fact() {
        return shown.fact();
    }

    public String name() {
        return shown.goal().map(Goal::name).orElse("");
    }

    public String unit() {
        return shown.goal().map(goal -> goal.indicator().unit()).orElse("");
    }

    public boolean judged() {
        return shown.goal().filter(goal -> goal.indicator().means() instanceof Means.Judgement).isPresent();
    }

    public String path() {
        return "/goals/facts/" + fact().id();
    }

    public String value(Version version) {
        return version.what() == OutcomeFact.What.TAKEN_BACK
                ? m().t("goal.fact.taken-back")
                : version.value() == null ? m().t("goal.small") : Words.with(version.value(), unit());
    }

    public @Nullable String problem(String field) {
        Problem problem = problems.get(field);
        return problem == null ? null : words.problem(problem);
    }

    public boolean open() {
        return !problems.isEmpty();
    }

    /** What had been typed, else what stands. */
    public String typed(String field) {
        return typed.getOrDefault(field, standing(field));
    }

    private String standing(String field) {
        Version last = fact().current();
        return switch (field) {
            case "value" -> text(last.value());
            case "error" -> text(last.error());
            case "freedom" -> text(last.freedom());
            case "people" -> text(last.people());
            case "source" -> last.source();
            default -> "";
        };
    }

    private static String text(@Nullable Object value) {
        return value == null
                ? ""
                : value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
    }
}
