package org.jiaogongti.platform.goal.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Measured;
import org.jiaogongti.charter.goals.Means;
import org.jiaogongti.platform.goal.Entered.Problem;
import org.jiaogongti.platform.goal.Given;
import org.jiaogongti.platform.goal.OutcomeFact;

/** What is wrong with an outcome before it is written, by field. */
public final class Check {

    private static final BigDecimal MOST = new BigDecimal(1_000_000);

    private Check() {}

    /** Whether a goal's value is entered; what is told from records is not. */
    public static boolean entered(Goal goal) {
        return !(goal.indicator().means() instanceof Means.Records);
    }

    /** The round in which something measured on a day counts. */
    public static Optional<Round> round(Charter charter, LocalDate day) {
        return charter.rounds().stream().filter(round -> round.days().contains(day)).findFirst();
    }

    public static Map<String, Problem> problems(Charter charter, Goal goal, Given given, LocalDate today) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        LocalDate day = given.measuredOn();
        if (day == null) {
            problems.put("day", Problem.of("goal.refused.day"));
        } else if (day.isAfter(today)) {
            problems.put("day", Problem.of("goal.refused.day.later", today.toString()));
        } else if (round(charter, day).isEmpty()) {
            problems.put("day", Problem.of("goal.refused.day.round"));
        }
        problems.putAll(problems(goal, given.found()));
        return problems;
    }

    public static Map<String, Problem> problems(Goal goal, Given.Found found) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        Integer people = found.people();
        boolean small = people != null && Measured.tooSmall(people);
        BigDecimal value = found.value();
        if (value == null && !small) {
            problems.put("value", Problem.of("goal.refused.value"));
        } else if (value != null) {
            value(goal, value).ifPresent(problem -> problems.put("value", problem));
        }
        BigDecimal error = found.error();
        if (error != null && (error.signum() < 0 || tooLong(error))) {
            problems.put("error", Problem.of("goal.refused.error"));
        }
        if (found.freedom() != null && (found.freedom() < 1 || error == null)) {
            problems.put("freedom", Problem.of("goal.refused.freedom"));
        }
        if (people != null && people < 1) {
            problems.put("people", Problem.of("goal.refused.people"));
        }
        if (found.source().isEmpty() || found.source().length() > OutcomeFact.LONGEST_SOURCE) {
            problems.put("source", Problem.of("goal.refused.source", OutcomeFact.LONGEST_SOURCE));
        }
        return problems;
    }

    private static Optional<Problem> value(Goal goal, BigDecimal value) {
        if (tooLong(value)) {
            return Optional.of(Problem.of("goal.refused.value"));
        }
        if (goal.indicator().means() instanceof Means.Judgement judgement && judgement.rubric().keySet().stream()
                .noneMatch(level -> BigDecimal.valueOf(level).compareTo(value) == 0)) {
            return Optional.of(Problem.of("goal.refused.level", judgement.rubric().keySet().stream()
                    .map(String::valueOf).collect(Collectors.joining("、"))));
        }
        boolean share = goal.indicator().unit().equals("%");
        return share && (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0)
                ? Optional.of(Problem.of("goal.refused.percent"))
                : Optional.empty();
    }

    /** More than six digits on either side. */
    private static boolean tooLong(BigDecimal number) {
        return number.abs().compareTo(MOST) >= 0 || number.stripTrailingZeros().scale() > 6;
    }

    /** What is kept of it: of a group that is too small, that it was measured and nothing else. */
    public static Given.Found kept(Given.Found found) {
        Integer people = found.people();
        return people != null && Measured.tooSmall(people)
                ? new Given.Found(null, null, null, people, found.source())
                : found;
    }
}
