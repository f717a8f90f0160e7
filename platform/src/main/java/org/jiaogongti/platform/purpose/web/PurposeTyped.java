package org.jiaogongti.platform.purpose.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.purpose.Category;
import org.jiaogongti.platform.purpose.Ground;
import org.jiaogongti.platform.purpose.Terms;
import org.jiaogongti.platform.purpose.Terms.Basis;
import org.jiaogongti.platform.purpose.Terms.Keeping;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A purpose as it was typed.
 *
 * @param problems field to message key
 */
public record PurposeTyped(Map<String, String> values, Set<Category> categories, Set<Role> users,
        Map<String, String> problems) {

    private static final List<String> LINES = List.of("title", "event", "assessment", "decider");
    private static final List<String> TEXTS = List.of("text", "notice");
    private static final List<String> DAYS = List.of("assessedOn", "first");
    private static final List<String> REST = List.of("ground", "clause", "keep", "last");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 2000;

    static PurposeTyped blank() {
        return new PurposeTyped(Map.of("ground", Ground.CONSENT.name()), Set.of(), Set.of(), Map.of());
    }

    static PurposeTyped of(MultiValueMap<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        for (List<String> fields : List.of(LINES, TEXTS, DAYS, REST)) {
            fields.forEach(field -> values.put(field,
                    Optional.ofNullable(parameters.getFirst(field)).map(String::strip).orElse("")));
        }
        PurposeTyped typed = new PurposeTyped(values, chosen(Category.class, parameters.get("category")),
                chosen(Role.class, parameters.get("user")), new LinkedHashMap<>());
        typed.look();
        return typed;
    }

    private static <E extends Enum<E>> Set<E> chosen(Class<E> of, @Nullable List<String> names) {
        Set<E> chosen = EnumSet.noneOf(of);
        Arrays.stream(of.getEnumConstants()).filter(each -> names != null && names.contains(each.name()))
                .forEach(chosen::add);
        return chosen;
    }

    private void look() {
        LINES.forEach(field -> words(field, LONGEST_LINE));
        TEXTS.forEach(field -> words(field, LONGEST_TEXT));
        DAYS.stream().filter(field -> day(field).isEmpty())
                .forEach(field -> problems.put(field, "purpose.wrong.day"));
        if (!value("last").isEmpty() && day("last").isEmpty()) {
            problems.put("last", "purpose.wrong.day");
        }
        if (value("clause").length() > LONGEST_LINE) {
            problems.put("clause", "purpose.wrong.long");
        }
        if (!value("keep").matches("[0-9]{1,4}")) {
            problems.put("keep", "purpose.wrong.days");
        }
        if (ground().isEmpty()) {
            problems.put("ground", "purpose.wrong.missing");
        }
    }

    private void words(String field, int longest) {
        if (value(field).isEmpty()) {
            problems.put(field, "purpose.wrong.missing");
        } else if (value(field).length() > longest) {
            problems.put(field, "purpose.wrong.long");
        }
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String wrong(String field) {
        return problems.get(field);
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(value(field)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private Optional<Ground> ground() {
        return Arrays.stream(Ground.values()).filter(each -> each.name().equals(value("ground"))).findFirst();
    }

    /** With what the register found. */
    PurposeTyped but(Map<String, String> found) {
        return new PurposeTyped(values, categories, users, found);
    }

    /** Only where there are no problems. */
    Terms terms() {
        Basis basis = new Basis(ground().orElseThrow(), value("clause"), value("assessment"),
                day("assessedOn").orElseThrow(), value("decider"));
        return new Terms(value("title"), value("text"), categories, basis, users,
                new Keeping(Integer.parseInt(value("keep")), value("event")), value("notice"),
                day("first").orElseThrow(), day("last").orElse(null));
    }
}
