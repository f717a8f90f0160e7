package org.jiaogongti.platform.round.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.revising.Grounds;
import org.jiaogongti.charter.revising.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A change of the draft as it was typed.
 *
 * @param values {@code what} is {@code duty:ID} or {@code reading:NAME/WAY}
 */
record RoundTyped(Map<String, String> values) {

    private static final List<String> FIELDS = List.of("what", "number", "often", "split", "window", "dropped",
            "decider", "document", "answers");
    private static final int LONGEST = 200;
    private static final String DUTY = "duty:";
    private static final String READING = "reading:";

    static RoundTyped of(Map<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field, parameters.getOrDefault(field, "").strip()));
        return new RoundTyped(values);
    }

    static String duty(String id) {
        return DUTY + id;
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
        if (!duty && !value("what").startsWith(READING)) {
            problems.put("what", "round.wrong.what");
        }
        if (!value("number").isEmpty() && !value("number").matches("[1-9]\\d{0,2}")) {
            problems.put("number", "round.wrong.number");
        }
        if (duty && revisions().isEmpty() && problems.isEmpty()) {
            problems.put("number", "round.wrong.nothing");
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

    /** The changes; none where nothing was chosen. */
    List<Revision> revisions() {
        Grounds grounds = new Grounds(value("decider"), value("document"), value("answers"));
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
            if (value("number").matches("[1-9]\\d{0,2}")) {
                revisions.add(new Revision.Renumbered(duty, Integer.parseInt(value("number")), grounds));
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
