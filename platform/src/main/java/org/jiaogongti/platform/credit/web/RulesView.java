package org.jiaogongti.platform.credit.web;

import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.credit.CreditColumn;
import org.jiaogongti.platform.credit.CreditRule.Per;
import org.jiaogongti.platform.credit.CreditRules.Line;
import org.jiaogongti.platform.credit.model.RulesTyped;
import org.jiaogongti.platform.shell.Messages;

/**
 * The form of the rules.
 *
 * @param typed what was sent and refused; holds nothing on a fresh page
 * @param problems field to message key
 */
public record RulesView(List<Line> lines, List<CreditColumn> columns, RulesTyped typed, Map<String, String> problems,
        Messages m) {

    private String shown(String field, String kept) {
        return typed.fields().isEmpty() ? kept : typed.text(field);
    }

    public String category(Line line) {
        return shown("category_" + line.kind().code(), line.rule().category());
    }

    public String hours(Line line) {
        return shown("hours_" + line.kind().code(), CreditView.hours(line.rule().hours()));
    }

    public boolean perLesson(Line line) {
        return shown("per_" + line.kind().code(), line.rule().per().name()).equals(Per.LESSON.name());
    }

    public int mostColumns() {
        return RulesTyped.MOST_COLUMNS;
    }

    public String heading(int number) {
        return shown("heading_" + number, number <= columns.size() ? columns.get(number - 1).heading() : "");
    }

    public boolean holds(int number, CreditColumn.Field field) {
        String kept = number <= columns.size()
                ? columns.get(number - 1).field().name()
                : CreditColumn.Field.BLANK.name();
        return shown("field_" + number, kept).equals(field.name());
    }

    /** What is wrong with a field, or null. */
    public @org.jspecify.annotations.Nullable String problem(String field) {
        String key = problems.get(field);
        return key == null ? null : m.t(key);
    }
}
