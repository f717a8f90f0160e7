package org.jiaogongti.platform.credit.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.credit.CreditColumn;
import org.jiaogongti.platform.credit.CreditColumn.Field;
import org.jiaogongti.platform.credit.CreditRule;
import org.jiaogongti.platform.credit.CreditRule.Per;

/**
 * What stands in the form of the rules.
 *
 * @param fields by name: {@code category_}, {@code hours_}, {@code per_} with the kind, {@code heading_}, {@code field_} with a
 *        number from 1
 */
public record RulesTyped(Map<String, String> fields) {

    public static final int MOST_COLUMNS = 12;
    private static final int LONGEST = 20;
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(99);

    public RulesTyped {
        fields = Map.copyOf(fields);
    }

    /**
     * What it says.
     *
     * @param problems field to message key
     */
    public record Read(List<CreditRule> rules, List<CreditColumn> columns, Map<String, String> problems) {}

    public String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    public Read read(List<String> kinds) {
        List<CreditRule> rules = new ArrayList<>();
        Map<String, String> problems = new LinkedHashMap<>();
        for (String kind : kinds) {
            String category = text("category_" + kind);
            if (category.isEmpty() || category.length() > LONGEST) {
                problems.put("category_" + kind, "credit.error.category");
            }
            BigDecimal hours = hours(text("hours_" + kind));
            if (hours.signum() < 0) {
                problems.put("hours_" + kind, "credit.error.hours");
            }
            rules.add(new CreditRule(kind, category, hours,
                    text("per_" + kind).equals(Per.LESSON.name()) ? Per.LESSON : Per.OCCASION));
        }
        return new Read(rules, columns(problems), problems);
    }

    /** Half hours from 0 to 99; −1 for anything else. */
    private static BigDecimal hours(String typed) {
        BigDecimal none = BigDecimal.ONE.negate();
        if (!typed.matches("\\d{1,2}(\\.[05])?")) {
            return none;
        }
        BigDecimal hours = new BigDecimal(typed);
        return hours.compareTo(MOST_HOURS) > 0 ? none : hours;
    }

    private List<CreditColumn> columns(Map<String, String> problems) {
        List<CreditColumn> columns = new ArrayList<>();
        for (int number = 1; number <= MOST_COLUMNS; number++) {
            String heading = text("heading_" + number);
            if (heading.length() > LONGEST) {
                problems.put("heading_" + number, "credit.error.heading");
            } else if (!heading.isEmpty()) {
                columns.add(new CreditColumn(heading, field(text("field_" + number))));
            }
        }
        if (columns.stream().noneMatch(column -> column.field() == Field.HOURS)) {
            problems.put("heading_1", "credit.error.columns");
        }
        return columns;
    }

    private static Field field(String name) {
        for (Field field : Field.values()) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return Field.BLANK;
    }
}
