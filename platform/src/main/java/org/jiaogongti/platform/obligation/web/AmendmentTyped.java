package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiaogongti.platform.obligation.AmendmentOrder;
import org.jiaogongti.platform.obligation.CharterChange;
import org.jiaogongti.platform.shell.SentText;

/**
 * A change of the charter as it was typed.
 *
 * @param values {@code what} is {@code number:DUTY} or {@code reading:OPEN POINT/WAY}
 */
record AmendmentTyped(Map<String, String> values) {

    private static final List<String> FIELDS = List.of("what", "number", "from", "document", "decider");
    private static final int LONGEST = 200;
    private static final String NUMBER = "number:";
    private static final String READING = "reading:";

    static AmendmentTyped of(Map<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field, parameters.getOrDefault(field, "").strip()));
        return new AmendmentTyped(values);
    }

    static String number(String duty) {
        return NUMBER + duty;
    }

    static String reading(String point, String alternative) {
        return READING + point + "/" + alternative;
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether anything but the start of the form is filled in. */
    boolean begun() {
        return !value("document").isEmpty() || !value("decider").isEmpty();
    }

    /** Field to message key; empty where all is well. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (change().isEmpty()) {
            problems.put(value("what").startsWith(NUMBER) ? "number" : "what", value("what").startsWith(NUMBER)
                    ? "obligation.change.number.wrong"
                    : "obligation.waiver.missing");
        }
        if (from().isEmpty()) {
            problems.put("from", "obligation.waiver.missing");
        }
        for (String field : List.of("document", "decider")) {
            if (value(field).isEmpty() || value(field).length() > LONGEST) {
                problems.put(field, "obligation.waiver.missing");
            }
        }
        return problems;
    }

    /** The same where a whole file is handed in. */
    Map<String, String> problemsOfFile(SentText charter, SentText notice) {
        Map<String, String> problems = problems();
        problems.remove("what");
        if (charter instanceof SentText.None) {
            problems.put("charter", "obligation.change.file.none");
        } else if (charter instanceof SentText.Unreadable) {
            problems.put("charter", "obligation.change.file.unreadable");
        }
        if (notice instanceof SentText.Unreadable) {
            problems.put("notice", "obligation.change.file.unreadable");
        }
        return problems;
    }

    Optional<LocalDate> from() {
        try {
            return Optional.of(LocalDate.parse(value("from")));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private Optional<CharterChange> change() {
        String what = value("what");
        if (what.startsWith(NUMBER) && value("number").matches("[1-9]\\d{0,2}")) {
            return Optional.of(new CharterChange.OfNumber(what.substring(NUMBER.length()),
                    Integer.parseInt(value("number"))));
        }
        int slash = what.indexOf('/');
        return what.startsWith(READING) && slash > 0
                ? Optional.of(new CharterChange.OfReading(what.substring(READING.length(), slash),
                        what.substring(slash + 1)))
                : Optional.empty();
    }

    /** Only where there are no problems. */
    AmendmentOrder order() {
        return new AmendmentOrder(change().orElseThrow(), from().orElseThrow(), value("document"), value("decider"));
    }

    String query() {
        return values.entrySet().stream().map(entry -> entry.getKey() + "=" + Addresses.part(entry.getValue()))
                .collect(Collectors.joining("&"));
    }
}
