package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.platform.obligation.WaiverOrder;
import org.jiaogongti.platform.obligation.WaiverOrder.BearerKind;
import org.springframework.util.MultiValueMap;

/** A decision as it was typed, before anything is known to be right. */
record WaiverTyped(List<String> duties, Map<String, String> values) {

    static final String DISTRICT = "district";
    private static final List<String> FIELDS = List.of("bearer", "first", "last", "target", "reason", "document",
            "decider", "decidedOn");
    private static final int LONGEST = 400;

    static WaiverTyped of(MultiValueMap<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field,
                Optional.ofNullable(parameters.getFirst(field)).map(String::strip).orElse("")));
        return new WaiverTyped(Optional.ofNullable(parameters.get("duty")).orElse(List.of()), values);
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Field to message key; empty where all is well. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (duties.isEmpty()) {
            problems.put("duty", "obligation.waiver.missing");
        }
        for (String field : List.of("reason", "document", "decider")) {
            if (value(field).isEmpty() || value(field).length() > LONGEST) {
                problems.put(field, "obligation.waiver.missing");
            }
        }
        for (String field : List.of("first", "last", "decidedOn")) {
            if (day(field).isEmpty()) {
                problems.put(field, "obligation.waiver.missing");
            }
        }
        if (day("first").isPresent() && day("last").isPresent()
                && day("last").get().isBefore(day("first").get())) {
            problems.put("last", "obligation.waiver.days.wrong");
        }
        if (!value("target").matches("|[1-9]\\d{0,2}")) {
            problems.put("target", "obligation.waiver.target.wrong");
        }
        if (kind().isEmpty()) {
            problems.put("bearer", "obligation.waiver.missing");
        }
        return problems;
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(value(field)));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private Optional<BearerKind> kind() {
        String bearer = value("bearer");
        if (bearer.equals(DISTRICT)) {
            return Optional.of(BearerKind.DISTRICT);
        }
        if (bearer.startsWith("community:")) {
            return Optional.of(BearerKind.COMMUNITY);
        }
        return bearer.startsWith("school:") ? Optional.of(BearerKind.SCHOOL) : Optional.empty();
    }

    /** Only where there are no problems. */
    WaiverOrder order() {
        BearerKind kind = kind().orElseThrow();
        List<String> bearers = kind == BearerKind.DISTRICT
                ? List.of()
                : List.of(value("bearer").substring(value("bearer").indexOf(':') + 1));
        return new WaiverOrder(duties, kind, bearers, day("first").orElseThrow(), day("last").orElseThrow(),
                value("target").isEmpty() ? null : Integer.valueOf(value("target")), value("reason"),
                value("document"), value("decider"), day("decidedOn").orElseThrow());
    }

    /** Every field with its value, for hidden fields and for going back. */
    List<WaiverPreview.Field> fields() {
        List<WaiverPreview.Field> fields = new ArrayList<>();
        duties.forEach(duty -> fields.add(new WaiverPreview.Field("duty", duty)));
        values.forEach((name, value) -> fields.add(new WaiverPreview.Field(name, value)));
        return fields;
    }
}
