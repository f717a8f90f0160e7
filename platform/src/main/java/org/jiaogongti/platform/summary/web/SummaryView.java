package org.jiaogongti.platform.summary.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.inspection.AccountabilityAction;
import org.jiaogongti.platform.inspection.InspectionYears.Found;
import org.jiaogongti.platform.obligation.ClauseAddress;
import org.jiaogongti.platform.obligation.PeriodNames;
import org.jiaogongti.platform.shell.BarChart.Bar;
import org.jiaogongti.platform.shell.BarChart.Ink;
import org.jiaogongti.platform.shell.BarChart.Part;
import org.jiaogongti.platform.shell.BarChart;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.summary.Promised;
import org.jiaogongti.platform.summary.YearSummary.Community;
import org.jiaogongti.platform.summary.YearSummary.Duty;
import org.jiaogongti.platform.summary.YearSummary.Spent;
import org.jiaogongti.platform.summary.YearSummary;
import org.springframework.web.util.UriUtils;

/** How a year's summary is said, on the page and in the document. */
public record SummaryView(YearSummary summary, Messages m) {

    private static final int FEN_DIGITS = 2;

    public String year() {
        return year(summary.year());
    }

    public String year(Period year) {
        return year.kind() == PeriodKind.CALENDAR_YEAR
                ? m.t("summary.year.calendar", year.name())
                : PeriodNames.of(year.name(), m);
    }

    public String href(Period year) {
        return "/summaries/" + part(year.name());
    }

    public String export(String format) {
        return href(summary.year()) + "/export." + format;
    }

    /** On what the figures of duties stand. */
    public String standing() {
        return summary.version() == null
                ? m.t(summary.over() ? "summary.standing.open" : "summary.standing.going", summary.asOf().toString())
                : m.t("summary.standing.decided", summary.version().number(), summary.asOf().toString());
    }

    /** By which day findings and proceedings are told, and what a decided year's have come to since. */
    public String judged() {
        if (summary.version() == null) {
            return m.t("summary.standing.found", summary.judged().toString());
        }
        Found now = summary.now().found();
        return m.t("summary.standing.found.decided", summary.judged().toString(), summary.today().toString(),
                now.all(), now.closed(), now.overdue(), summary.now().accounted().running());
    }

    public String money(BigInteger fen) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(fen, FEN_DIGITS));
    }

    /** What was decided that is paid, in words; the same for one community. */
    public String paid(Community community) {
        BigInteger fen = community.paid();
        return fen == null ? m.t("summary.paid.not") : money(fen);
    }

    public String money(long fen) {
        return money(BigInteger.valueOf(fen));
    }

    /** Calendar years that a school year touches: money is kept by them. */
    public List<Integer> moneyYears() {
        int first = summary.year().days().first().getYear();
        int last = summary.year().days().last().getYear();
        return first == last ? List.of(first) : List.of(first, last);
    }

    public BarChart spent() {
        return chart("spent", List.of(part("own", Ink.SOLID), part("grant", Ink.HATCHED)),
                summary.communities().stream().map(each -> {
                    Spent spent = each.spent() == null ? Spent.NOTHING : each.spent();
                    return new Bar(each.name(), List.of(Math.max(0, spent.own()), Math.max(0, spent.grant())),
                            money(spent.all()));
                }).toList());
    }

    public String clauseHref(String clause) {
        return ClauseAddress.of(clause);
    }

    /** How a duty stands in a community, in a few characters. */
    public String cell(Duty duty, Community community) {
        Promised own = duty.of(community.id());
        if (own.owed() > 0) {
            return own.met() + "/" + own.owed();
        }
        return m.t(own.suspended() > 0
                ? "summary.suspended"
                : own.waived() > 0 ? "summary.waived" : own.optional() > 0 ? "summary.optional" : "summary.nothing");
    }

    /** What was missed of it; empty where nothing was. */
    public String missed(Duty duty, Community community) {
        int missed = duty.of(community.id()).missed();
        return missed == 0 ? "" : m.t("summary.cell.missed", missed);
    }

    /** Where a cell opens down to its instances and their records; empty where nothing stands behind it. */
    public String cellHref(Duty duty, Community community) {
        Promised own = duty.of(community.id());
        if (own.equals(Promised.NOTHING)) {
            return "";
        }
        if (duty.appraised().contains(community.id())) {
            return communityHref(community) + "/" + part(duty.id());
        }
        return summary.term().isEmpty()
                ? communityHref(community)
                : "/duties/" + part(duty.id()) + "/" + community.id() + "?term=" + part(summary.term()) + "&span=year";
    }

    /** A community's sheet in the appraisal of the year. */
    private String communityHref(Community community) {
        return "/appraisals/" + part(summary.year().name()) + "/communities/" + community.id();
    }

    /** The page on which a community's money is divided; empty while nothing is decided. */
    public String paidHref(Community community) {
        return community.paid() == null ? "" : communityHref(community);
    }

    public String findingsHref(Community community, String show) {
        return "/inspections/findings?show=" + show + "&community=" + community.id() + "&first="
                + summary.year().days().first() + "&last=" + summary.year().days().last();
    }

    public List<AccountabilityAction> actions() {
        return List.of(AccountabilityAction.values());
    }

    public String action(AccountabilityAction action) {
        return m.t("inspection.action." + action.name());
    }

    /** Whether any school outside of every community was visited or has a finding. */
    public boolean rest() {
        return !summary.rest().equals(YearSummary.Inspected.NOTHING);
    }

    public BarChart duties() {
        List<Part> parts = List.of(part("met", Ink.SOLID), part("open", Ink.HATCHED), part("missed", Ink.CROSSED),
                part("notyet", Ink.EMPTY));
        return chart("promised", parts, summary.communities().stream().map(each -> new Bar(each.name(),
                amounts(each.promised().met(), each.promised().open(), each.promised().missed(),
                        each.promised().notYet()),
                each.promised().met() + "/" + each.promised().owed())).toList());
    }

    public BarChart findings() {
        List<Part> parts = List.of(part("intime", Ink.SOLID), part("late", Ink.HATCHED),
                part("overdue", Ink.CROSSED), part("unclosed", Ink.EMPTY));
        return chart("found", parts, summary.communities().stream().map(each -> {
            Found found = each.inspected().found();
            return new Bar(each.name(),
                    amounts(found.inTime(), found.late(), found.overdue(), found.open() + found.disputed()),
                    found.closed() + "/" + found.owed());
        }).toList());
    }

    public BarChart grants() {
        return chart("paid", List.of(part("paid", Ink.SOLID)), summary.communities().stream().map(each -> {
            BigInteger fen = each.paid();
            BigInteger amount = fen == null ? BigInteger.ZERO : fen;
            return new Bar(each.name(), List.of(amount.longValueExact()), money(amount));
        }).toList());
    }

    private Part part(String key, Ink ink) {
        return new Part(m.t("summary." + key), ink);
    }

    private BarChart chart(String key, List<Part> parts, List<Bar> bars) {
        return new BarChart(m.t("summary.chart." + key), m.t("summary.chart." + key + ".says"), parts, bars);
    }

    private static List<Long> amounts(int... parts) {
        return Arrays.stream(parts).mapToObj(Long::valueOf).toList();
    }

    private static String part(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
