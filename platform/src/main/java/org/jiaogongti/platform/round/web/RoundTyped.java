package org.jiaogongti.platform.round.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.goals.AnnualTarget;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.Direction;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.revising.Grounds;
import org.jiaogongti.charter.revising.Revision;
import org.jiaogongti.platform.shell.TypedNumber;
import org.jspecify.annotations.Nullable;

/**
 * A change of the draft as it was typed.
 *
 * @param values {@code what} is {@code duty:ID}, {@code goal:ID} or {@code reading:NAME/WAY}
 * @param goal the goal that is meant; null where another thing is
 */
record RoundTyped(Map<String, String> values, @Nullable Goal goal) {

    private static final List<String> FIELDS = List.of("what", "number", "most", "aim", "margin", "year",
            "yearAim", "baseDay", "baseValue", "baseError", "baseSource", "often", "split", "window", "dropped",
            "decider", "document", "answers");
    private static final int LONGEST = 200;
    private static final String DUTY = "duty:";
    private static final String READING = "reading:";
    private static final String GOAL = "goal:";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern BETWEEN = Pattern.compile("[—～~至]|(?<=[0-9])-");

    static RoundTyped of(Map<String, String> parameters, Charter charter) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field, parameters.getOrDefault(field, "").strip()));
        String what = values.getOrDefault("what", "");
        return new RoundTyped(values, what.startsWith(GOAL)
                ? charter.goal(what.substring(GOAL.length())).orElse(null)
                : null);
    }

    static String duty(String id) {
        return DUTY + id;
    }

    static String goal(String id) {
        return GOAL + id;
    }

    static String reading(String name, String way) {
        return READING + name + "/" + way;
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Field to message key; empty where all is well. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        boolean duty = value("what").startsWith(DUTY);
        if (!duty && goal == null && !value("what").startsWith(READING)) {
            problems.put("what", "round.wrong.what");
        }
        for (String field : List.of("number", "most")) {
            if (duty && !value(field).isEmpty() && !NUMBER.matcher(value(field)).matches()) {
                problems.put(field, "round.wrong.number");
            }
        }
        if (duty && !value("most").isEmpty() && problems.isEmpty()
                && (value("number").isEmpty() || whole("most") < whole("number"))) {
            problems.put("most", "round.wrong.range");
        }
        if (goal != null) {
            aims(goal, problems);
        }
        if (duty && revisions().isEmpty() && problems.isEmpty()) {
            problems.put("number", "round.wrong.nothing");
        }
        if (goal != null && revisions().isEmpty() && problems.isEmpty()) {
            problems.put("aim", "round.wrong.goal");
        }
        for (String field : List.of("decider", "document")) {
            if (value(field).isEmpty() || value(field).length() > LONGEST) {
                problems.put(field, "round.wrong.missing");
            }
        }
        if (value("answers").length() > LONGEST) {
            problems.put("answers", "round.wrong.long");
        }
        return problems;
    }

    private void aims(Goal of, Map<String, String> problems) {
        for (String field : List.of("aim", "yearAim")) {
            if (!value(field).isEmpty() && target(of, value(field), grounds()) == null) {
                problems.put(field, of.indicator().direction() == Direction.RANGE
                        ? "round.wrong.aim.range"
                        : "round.wrong.aim");
            }
        }
        for (String field : List.of("margin", "baseError")) {
            BigDecimal number = TypedNumber.of(value(field));
            if (!value(field).isEmpty() && (number == null || number.signum() < 0)) {
                problems.put(field, "round.wrong.positive");
            }
        }
        if (!value("year").isEmpty() == value("yearAim").isEmpty()) {
            problems.put(value("year").isEmpty() ? "year" : "yearAim", "round.wrong.year");
        }
        List<String> base = List.of("baseDay", "baseValue", "baseSource");
        if (base.stream().anyMatch(field -> !value(field).isEmpty())) {
            base.stream().filter(field -> value(field).isEmpty()
                    || (field.equals("baseDay") && day(value(field)).isEmpty())
                    || (field.equals("baseValue") && TypedNumber.of(value(field)) == null)
                    || value(field).length() > LONGEST).forEach(field -> problems.put(field, "round.wrong.base"));
        }
    }

    private int whole(String field) {
        return Integer.parseInt(value(field));
    }

    private Grounds grounds() {
        return new Grounds(value("decider"), value("document"), value("answers"));
    }

    /** A number, or for a range two of them; null where it is neither. */
    private @Nullable Target target(Goal of, String typed, Grounds grounds) {
        BigDecimal margin = TypedNumber.of(value("margin"));
        BigDecimal lacking = margin == null || margin.signum() == 0 ? BigDecimal.ZERO : margin;
        if (of.indicator().direction() == Direction.RANGE) {
            String[] bounds = BETWEEN.split(TypedNumber.plain(typed), 2);
            BigDecimal least = TypedNumber.of(bounds[0]);
            BigDecimal greatest = bounds.length == 2 ? TypedNumber.of(bounds[1]) : null;
            return least == null || greatest == null || least.compareTo(greatest) > 0
                    ? null
                    : new Target.Decided(least, greatest, lacking, grounds.decidedBy(), grounds.basis());
        }
        BigDecimal number = TypedNumber.of(typed);
        boolean lower = of.indicator().direction() == Direction.LOWER;
        return number == null
                ? null
                : new Target.Decided(lower ? null : number, lower ? number : null, lacking, grounds.decidedBy(),
                        grounds.basis());
    }

    private List<Revision> aimed(Goal of, Grounds grounds) {
        if (!value("dropped").isEmpty()) {
            return List.of(new Revision.Ended(of.id(), grounds));
        }
        Target expected = value("aim").isEmpty() ? null : target(of, value("aim"), grounds);
        Target onTheWay = value("yearAim").isEmpty() ? null : target(of, value("yearAim"), grounds);
        List<AnnualTarget> years = onTheWay == null || !value("year").matches("[0-9]{4}")
                ? List.of()
                : List.of(new AnnualTarget(Year.of(whole("year")), onTheWay));
        Baseline baseline = baseline();
        return expected == null && years.isEmpty() && baseline == null
                ? List.of()
                : List.of(new Revision.Aimed(of.id(), baseline, expected, years, grounds));
    }

    private @Nullable Baseline baseline() {
        BigDecimal number = TypedNumber.of(value("baseValue"));
        return number == null || day(value("baseDay")).isEmpty()
                ? null
                : new Baseline.Known(day(value("baseDay")).get(), number, TypedNumber.of(value("baseError")),
                        value("baseSource"));
    }

    /** The changes; none where nothing was chosen. */
    List<Revision> revisions() {
        Grounds grounds = grounds();
        if (goal != null) {
            return aimed(goal, grounds);
        }
        List<Revision> revisions = new ArrayList<>();
        String what = value("what");
        if (what.startsWith(READING) && what.indexOf('/') > 0) {
            int slash = what.indexOf('/');
            revisions.add(
                    new Revision.ReadAs(what.substring(READING.length(), slash), what.substring(slash + 1), grounds));
        } else if (what.startsWith(DUTY)) {
            String duty = what.substring(DUTY.length());
            if (!value("dropped").isEmpty()) {
                revisions.add(new Revision.Dropped(duty, grounds));
                return revisions;
            }
            if (NUMBER.matcher(value("number")).matches()) {
                revisions.add(new Revision.Renumbered(duty, NUMBER.matcher(value("most")).matches()
                        ? new Quantity.Between(whole("number"), whole("most"))
                        : new Quantity.AtLeast(whole("number")), grounds));
            }
            Recurrence often = named(Recurrence.values(), value("often"));
            Each each = named(Each.values(), value("split"));
            Window window = named(Window.values(), value("window"));
            if (often != null || each != null || window != null) {
                revisions.add(new Revision.Restated(duty, often, each, window, null, grounds));
            }
        }
        return revisions;
    }

    private static <T extends Enum<T>> @Nullable T named(T[] values, String name) {
        for (T value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
