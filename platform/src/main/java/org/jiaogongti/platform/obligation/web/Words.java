package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Bearer;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.obligation.PeriodNames;
import org.jiaogongti.platform.shell.Messages;

/** Periods, quantities and bearers in words. */
record Words(Messages m) {

    /** {@code 2024-2025-1} is 2024学年第一学期; names that follow no pattern stay. */
    String period(String name) {
        return PeriodNames.of(name, m);
    }

    /** Who does how much, on one line. */
    String need(Obligation.Head head, Rule rule) {
        String often = m.t("obligation.often." + rule.recurrence().name());
        String amount = head.modality() == Modality.MAY
                ? m.t("obligation.may", rule.quantity().target(), head.unit())
                : amount(rule.quantity(), head.unit());
        String need = m.t("obligation.need", bearer(head.bearer()), often + per(head, rule), amount);
        return head.usualMonths().isEmpty() ? need : m.t("obligation.need.usual", need, months(head.usualMonths()));
    }

    /** The same for a duty that nothing held counts for. */
    String need(Obligation duty) {
        Obligation.Head head = duty.head();
        return m.t("obligation.need", bearer(head.bearer()), m.t("obligation.often." + head.recurrence().name()),
                amount(duty.quantity(), head.unit()));
    }

    private String per(Obligation.Head head, Rule rule) {
        if (rule.each() != Each.NOTHING) {
            return m.t("obligation.per." + rule.each().name());
        }
        return head.bearer() == Bearer.MEMBER_SCHOOL || head.bearer() == Bearer.EVERY_SCHOOL
                ? m.t("obligation.per.MEMBER_SCHOOL")
                : "";
    }

    String amount(Quantity quantity, String unit) {
        return switch (quantity) {
            case Quantity.AtLeast least -> m.t("obligation.least", least.number(), unit);
            case Quantity.Between between -> m.t("obligation.between", between.least(), between.most(), unit);
            case Quantity.Unspecified _ -> m.t("obligation.unspecified");
        };
    }

    /** What a number is split by, as a card says it; empty where it is not. */
    String each(Each each) {
        return each == Each.NOTHING ? "" : m.t("obligation.each." + each.name());
    }

    String bearer(Bearer bearer) {
        return m.t("obligation.bearer." + bearer.name());
    }

    String months(List<Month> months) {
        return months.stream().map(month -> month.getDisplayName(TextStyle.SHORT, Locale.of(m.language().code())))
                .collect(Collectors.joining(m.t("obligation.or")));
    }

    /** The unit of an aggregated cell: so many of the schools, subjects, groups did it. */
    String heads(Obligation.Head head, Rule rule) {
        return switch (rule.each()) {
            case NOTHING, MEMBER_SCHOOL -> m.t("obligation.unit.school");
            case WEAK_SUBJECT, WEAK_SUBJECT_AND_KIND -> m.t("obligation.unit.weak");
            case GROUP_SUBJECT -> m.t("obligation.unit.subject");
            case PLACEMENT, DIRECTION -> m.t("obligation.unit.person");
            case OCCASION -> m.t("obligation.unit.occasion");
        };
    }

    String status(Status status) {
        return m.t(Marks.of(status).key());
    }

    /** Month and day, for narrow places. */
    static String day(LocalDate day) {
        return String.format(Locale.ROOT, "%02d-%02d", day.getMonthValue(), day.getDayOfMonth());
    }

    /** Whether a duty is owed by, or to, several inside one community. */
    static boolean split(Obligation.Head head, Rule rule) {
        return rule.each() != Each.NOTHING || head.bearer() == Bearer.MEMBER_SCHOOL
                || head.bearer() == Bearer.EVERY_SCHOOL;
    }
}
