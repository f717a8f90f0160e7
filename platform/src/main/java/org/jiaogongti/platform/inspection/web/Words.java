package org.jiaogongti.platform.inspection.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.inspection.AccountabilityAction;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.inspection.Inspection;
import org.jiaogongti.platform.inspection.KnownDuty;
import org.jiaogongti.platform.inspection.Point;
import org.jiaogongti.platform.inspection.Proceeding;
import org.jiaogongti.platform.inspection.Sample;
import org.jiaogongti.platform.obligation.ClauseAddress;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** How this module's pages say things. */
public record Words(Messages m) {

    private static final Pattern TERM = Pattern.compile("(\\d{4})-\\d{4}-([12])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}-\\d{4}");

    public String kind(Inspection.Kind kind) {
        return m.t("inspection.kind." + kind.name());
    }

    public String state(Inspection inspection, LocalDate today) {
        boolean now = inspection.state() == Inspection.State.PLANNED && !inspection.day().isAfter(today);
        return m.t("inspection.state." + (now ? "NOW" : inspection.state().name()));
    }

    public static String shape(Inspection inspection, LocalDate today) {
        return switch (inspection.state()) {
            case PLANNED ->
                inspection.day().isAfter(today) ? "todo" : inspection.day().equals(today) ? "going" : "soon";
            case HELD -> "done";
            case CANCELLED -> "waived";
        };
    }

    public String what(Inspection.Step step) {
        LocalDate day = step.day();
        return day == null
                ? m.t("inspection.what." + step.what().name())
                : m.t("inspection.what.MOVED.to", day.toString());
    }

    public static String shape(Inspection.What what) {
        return switch (what) {
            case MOVED, REOPENED -> "going";
            case HELD -> "done";
            case CANCELLED -> "waived";
        };
    }

    public String result(Point.Result result) {
        return m.t("inspection.result." + result.name());
    }

    public static String shape(Point.@Nullable Said said) {
        return said == null ? "todo" : shape(said.result());
    }

    static String shape(Point.Result result) {
        return switch (result) {
            case CONFORMS -> "done";
            case PARTLY -> "soon";
            case NOT -> "late";
            case NOT_APPLICABLE -> "waived";
        };
    }

    public String state(Finding finding, LocalDate today) {
        return m.t("inspection.finding.state." + (finding.overdue(today) ? "LATE" : finding.state().name()));
    }

    public static String shape(Finding finding, LocalDate today) {
        return shape(finding.state(), finding.deadline(), today);
    }

    static String shape(Finding.State state, LocalDate deadline, LocalDate today) {
        return switch (state) {
            case OPEN -> deadline.isBefore(today)
                    ? "late"
                    : deadline.isBefore(today.plusDays(14)) ? "soon" : "going";
            case RECTIFIED -> "soon";
            case DISPUTED -> "soon";
            case CLOSED -> "done";
            case WITHDRAWN -> "waived";
        };
    }

    /** How many days are left, or how many it is late; empty where nothing is owed any more. */
    public String left(Finding finding, LocalDate today) {
        if (!finding.state().open()) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today, finding.deadline());
        return days < 0 ? m.t("inspection.late-by", -days) : m.t("inspection.left", days);
    }

    public String what(Finding.Step step) {
        LocalDate deadline = step.deadline();
        String what = m.t("inspection.finding.what." + step.what().name());
        return deadline == null ? what : m.t("inspection.finding.what.until", what, deadline.toString());
    }

    public static String shape(Finding.What what) {
        return switch (what) {
            case RECTIFIED -> "going";
            case DISPUTED -> "soon";
            case TAKEN_BACK, EXTENDED, REOPENED -> "todo";
            case CLOSED -> "done";
            case RETURNED, UPHELD -> "late";
            case WITHDRAWN, ACCEPTED -> "waived";
        };
    }

    public String reason(Proceeding.Reason reason) {
        return m.t("inspection.reason." + reason.name());
    }

    public String action(AccountabilityAction action) {
        return m.t("inspection.action." + action.name());
    }

    /** A decision against which nobody appealed in time holds. */
    public String state(Proceeding proceeding, LocalDate today) {
        LocalDate due = proceeding.due();
        boolean over = due != null && due.isBefore(today);
        String state = proceeding.state().name();
        return m.t("inspection.proceeding.state."
                + (over && proceeding.state() == Proceeding.State.DECIDED
                        ? "IN_FORCE"
                        : over && proceeding.state() == Proceeding.State.NOTICED ? "UNANSWERED" : state));
    }

    public static String shape(Proceeding proceeding, LocalDate today) {
        LocalDate due = proceeding.due();
        boolean over = due != null && due.isBefore(today);
        return switch (proceeding.state()) {
            case NOTICED, HEARD, APPEALED -> over ? "late" : "soon";
            case DECIDED -> over ? "done" : "soon";
            case FINAL -> "done";
            case REVOKED, DROPPED, WITHDRAWN -> "waived";
        };
    }

    public String what(Proceeding.Step step) {
        AccountabilityAction measure = step.measure();
        String what = m.t("inspection.proceeding.what." + step.what().name());
        return measure == null ? what : m.t("inspection.proceeding.what.measure", what, action(measure));
    }

    public static String shape(Proceeding.What what) {
        return switch (what) {
            case REPLIED, REPLY_WAIVED, APPEALED -> "going";
            case DECIDED -> "late";
            case APPEAL_TAKEN_BACK -> "todo";
            case UPHELD, LIGHTENED -> "done";
            case DROPPED, WITHDRAWN, REVOKED -> "waived";
        };
    }

    public String verdict(Sample.Verdict verdict) {
        return m.t("inspection.verdict." + verdict.name());
    }

    public static String shape(Sample.@Nullable Check check) {
        if (check == null) {
            return "todo";
        }
        return switch (check.verdict()) {
            case GENUINE -> "done";
            case UNTRUE -> "late";
            case UNCLEAR -> "soon";
        };
    }

    /** The shape that every page uses for how a duty stands. */
    public static String shape(Status status) {
        return switch (status) {
            case MET -> "done";
            case OPEN -> "going";
            case MISSED -> "late";
            case NOT_YET -> "todo";
            case OPTIONAL -> "opt";
            case WAIVED -> "waived";
            case SUSPENDED -> "susp";
        };
    }

    /** When, to whom, and how much of how much. */
    public String known(KnownDuty.Line line) {
        Standing standing = line.standing();
        String when = period(standing.key().period());
        return m.t("inspection.known.line", line.whom().isEmpty() ? when : when + " " + line.whom(),
                standing.counted(), standing.target());
    }

    private String period(String name) {
        Matcher term = TERM.matcher(name);
        return term.matches()
                ? m.t("shell.term." + term.group(2), term.group(1))
                : YEAR.matcher(name).matches() ? year(name) : name;
    }

    /** The page of a duty's instance, with all records behind its number. */
    public static String duty(Standing standing) {
        return "/duties/" + part(standing.duty()) + "/" + part(standing.key().bearer()) + "/"
                + part(standing.key().counterpart().replace('/', '~')) + "/" + part(standing.key().period());
    }

    /** Where the first of some clauses can be read. */
    public static String clause(String clause) {
        int more = clause.indexOf('、');
        return ClauseAddress.of(more < 0 ? clause : clause.substring(0, more));
    }

    /** A school year as the pages name it. */
    public String year(String year) {
        return m.t("inspection.year", year.length() > 4 ? year.substring(0, 4) : year);
    }

    /** A day as letters write it. */
    public String day(LocalDate day) {
        return m.t("inspection.letter.day", Integer.toString(day.getYear()), Integer.toString(day.getMonthValue()),
                Integer.toString(day.getDayOfMonth()));
    }

    public static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Lines of text as one, for tables. */
    static String line(String text) {
        return Arrays.stream(text.split("\n", -1)).map(String::strip).collect(Collectors.joining(" "));
    }

    static String part(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
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
