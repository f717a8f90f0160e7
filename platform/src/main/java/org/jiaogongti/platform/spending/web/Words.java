package org.jiaogongti.platform.spending.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaogongti.charter.notice.Clause;
import org.jiaogongti.platform.obligation.ClauseAddress;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.PeriodNames;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.spending.Category;
import org.jiaogongti.platform.spending.Duty;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.Figures;
import org.jiaogongti.platform.spending.model.Yuan;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** How this module's pages say things. */
public record Words(Messages m) {

    public static String yuan(long fen) {
        return Yuan.text(fen);
    }

    public static String plain(long fen) {
        return Yuan.plain(fen);
    }

    public static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    public String state(Expense expense) {
        return expense.reversed()
                ? m.t("spending.state.REVERSED")
                : m.t((expense.reversal() ? "spending.reversal.state." : "spending.state.") + expense.state().name());
    }

    public static String shape(Expense expense) {
        return switch (expense.state()) {
            case WAITING -> "going";
            case APPROVED -> expense.reversed() ? "waived" : "done";
            case RETURNED -> "soon";
            case WITHDRAWN -> "waived";
        };
    }

    public String source(Expense.Source source) {
        return m.t("spending.source." + source.name());
    }

    public String payee(Expense.Payee payee) {
        return m.t("spending.payee." + payee.name());
    }

    public String unit(Category.Unit unit) {
        return m.t("spending.unit." + unit.name());
    }

    /** What binds a category, in a line; empty where nothing does. */
    public String limits(Category category) {
        List<String> limits = new ArrayList<>();
        Long ceiling = category.ceiling();
        if (ceiling != null) {
            limits.add(m.t("spending.limit.rate", unit(category.unit()), yuan(ceiling)));
        }
        if (category.share() != null) {
            limits.add(m.t("spending.limit.share", category.share()));
        }
        return String.join(m.t("spending.limit.and"), limits);
    }

    /** A category in a select, with what it may come to. */
    public String option(Category category) {
        Long ceiling = category.ceiling();
        return ceiling == null
                ? category.name()
                : m.t("spending.option", category.name(), unit(category.unit()), yuan(ceiling));
    }

    /** So many units, or nothing for a category that has none. */
    public String quantity(@Nullable Category category, int quantity) {
        return category == null || category.unit() == Category.Unit.NONE
                ? ""
                : m.t("spending.quantity.of", quantity, m.t("spending.unit.of." + category.unit().name()));
    }

    public static String clause(String clause) {
        return ClauseAddress.of(clause);
    }

    /** An appraised year as the pages name it. */
    public String appraised(String year) {
        return year.length() == 4 ? m.t("spending.year", year) : PeriodNames.of(year, m);
    }

    public String year(int year) {
        return m.t("spending.year", Integer.toString(year));
    }

    /** What the notice says of the money. */
    public String notice(@Nullable InForce inForce) {
        return inForce == null
                ? ""
                : inForce.charter().notice().clause(Duty.FUNDS).map(Clause::text).map(Words::firstLine).orElse("");
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** What is to be looked at, as words for a table. */
    String marks(Figures figures) {
        Figures.Marks marks = figures.marks();
        List<String> told = new ArrayList<>();
        mark(told, "spending.mark.over", marks.over());
        mark(told, "spending.mark.reasoned", marks.reasoned());
        mark(told, "spending.mark.bare", marks.bare());
        mark(told, "spending.mark.reversals", marks.reversals());
        mark(told, "spending.mark.queued", marks.queued());
        return String.join("；", told);
    }

    private void mark(List<String> told, String key, int count) {
        if (count != 0) {
            told.add(m.t(key, count));
        }
    }

    /** Lines of text as one, for tables. */
    static String line(String text) {
        return Arrays.stream(text.split("\n", -1)).map(String::strip).collect(Collectors.joining(" "));
    }

    static String address(String path, Map<String, String> query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        query.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(query).toUriString();
    }
}
