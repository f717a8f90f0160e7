package org.jiaogongti.platform.summary.web;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.inspection.AccountabilityAction;
import org.jiaogongti.platform.inspection.InspectionYears.Accounted;
import org.jiaogongti.platform.inspection.InspectionYears.Found;
import org.jiaogongti.platform.shell.BarChart;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.OfficialDocument.Table;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.summary.Promised;
import org.jiaogongti.platform.summary.YearSummary.Community;
import org.jiaogongti.platform.summary.YearSummary.Duty;
import org.jiaogongti.platform.summary.YearSummary.Inspected;
import org.jiaogongti.platform.summary.YearSummary.Section;
import org.jiaogongti.platform.summary.YearSummary.Spent;
import org.jiaogongti.platform.summary.YearSummary;

/** A year's summary in the form of an official document: each chart stands above the table of its numbers. */
record SummaryPaper(SummaryView view) {

    /** More columns than these are not read on a sheet of paper; then a duty's line is the district's. */
    private static final int MOST_COMMUNITIES = 6;

    private Messages m() {
        return view.m();
    }

    private YearSummary summary() {
        return view.summary();
    }

    OfficialDocument document() {
        List<Block> blocks = new ArrayList<>();
        promised(blocks);
        sections(blocks);
        found(blocks);
        accounted(blocks);
        paid(blocks);
        spent(blocks);
        blocks.add(
                new Heading(1, m().t(summary().spent() == null ? "summary.paper.about" : "summary.paper.about.six")));
        blocks.add(new Paragraph(m().t("summary.about.promised")));
        blocks.add(new Paragraph(m().t("summary.about.found")));
        blocks.add(new Paragraph(m().t("summary.about.order")));
        if (summary().version() != null) {
            blocks.add(new Paragraph(view.judged()));
        }
        Run.Version version = summary().version();
        blocks.add(new Paragraph(version == null
                ? view.standing()
                : m().t("summary.paper.version", view.standing(), version.code())));
        blocks.add(new Signature(summary().issuer(), summary().today()));
        return new OfficialDocument(m().t("summary.paper.file", view.year()), null,
                m().t("summary.paper.title", view.year()), blocks);
    }

    private static void chart(List<Block> blocks, BarChart chart) {
        if (!chart.empty()) {
            blocks.add(chart.picture());
        }
    }

    private void promised(List<Block> blocks) {
        Promised sum = summary().promised();
        blocks.add(new Heading(1, m().t("summary.paper.promised")));
        blocks.add(new Paragraph(m().t("summary.paper.promised.text", view.year(), summary().communities().size(),
                sum.owed(), summary().asOf().toString(), sum.met(), sum.missed(), sum.partly(),
                sum.open() + sum.notYet(), sum.waived(), sum.suspended())));
        chart(blocks, view.duties());
        List<List<String>> rows = new ArrayList<>();
        summary().communities().forEach(each -> rows.add(row(each.name(), each.promised())));
        rows.add(row(m().t("summary.sum"), sum));
        blocks.add(new Table(List.of(6, 2, 2, 2, 2, 2, 2, 2), List.of(m().t("summary.community"),
                m().t("summary.owed"), m().t("summary.met"), m().t("summary.open"), m().t("summary.missed"),
                m().t("summary.notyet"), m().t("summary.waived"), m().t("summary.suspended")), rows));
    }

    private static List<String> row(String name, Promised of) {
        return cells(name, of.owed(), of.met(), of.open(), of.missed(), of.notYet(), of.waived(), of.suspended());
    }

    private static List<String> cells(String name, int... numbers) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (int number : numbers) {
            cells.add(Integer.toString(number));
        }
        return cells;
    }

    private void sections(List<Block> blocks) {
        List<Community> communities = summary().communities();
        boolean each = communities.size() <= MOST_COMMUNITIES;
        List<String> heads = new ArrayList<>(List.of(m().t("summary.duty")));
        List<Integer> shares = new ArrayList<>(List.of(5));
        if (each) {
            communities.forEach(community -> heads.add(community.name()));
            communities.forEach(_ -> shares.add(2));
        } else {
            heads.addAll(List.of(m().t("summary.owed"), m().t("summary.met"), m().t("summary.missed")));
            shares.addAll(List.of(2, 2, 2));
        }
        for (Section section : summary().sections()) {
            blocks.add(new Heading(2, section.title()));
            blocks.add(new Table(shares, heads, section.duties().stream().map(duty -> {
                String name = duty.clause() + " " + duty.name();
                return each
                        ? Stream.concat(Stream.of(name), communities.stream().map(own -> view.cell(duty, own))).toList()
                        : sums(name, duty);
            }).toList()));
        }
    }

    private static List<String> sums(String name, Duty duty) {
        Promised sum = duty.sum();
        return cells(name, sum.owed(), sum.met(), sum.missed());
    }

    private void found(List<Block> blocks) {
        Found sum = summary().inspected().found();
        blocks.add(new Heading(1, m().t("summary.paper.found")));
        blocks.add(new Paragraph(m().t("summary.paper.found.text", sum.visits(), sum.all(),
                summary().judged().toString(), sum.closed(), sum.inTime(), sum.late(), sum.overdue(),
                sum.open() + sum.disputed(), sum.withdrawn())));
        if (sum.all() == 0 && sum.visits() == 0) {
            return;
        }
        chart(blocks, view.findings());
        blocks.add(new Table(List.of(6, 2, 2, 2, 2, 2, 2, 2), List.of(m().t("summary.community"),
                m().t("summary.visits"), m().t("summary.found"), m().t("summary.intime"), m().t("summary.late"),
                m().t("summary.overdue"), m().t("summary.unclosed"), m().t("summary.withdrawn")),
                inspected(SummaryPaper::row)));
    }

    private static List<String> row(String name, Inspected inspected) {
        Found of = inspected.found();
        return cells(name, of.visits(), of.all(), of.inTime(), of.late(), of.overdue(), of.open() + of.disputed(),
                of.withdrawn());
    }

    private void accounted(List<Block> blocks) {
        Accounted sum = summary().inspected().accounted();
        blocks.add(new Heading(1, m().t("summary.paper.accounted")));
        if (sum.all() == 0) {
            blocks.add(new Paragraph(m().t("summary.accounted.none")));
            return;
        }
        blocks.add(new Paragraph(m().t("summary.paper.accounted.text", sum.all(), sum.running(), sum.without())));
        List<String> heads = new ArrayList<>(List.of(m().t("summary.community"), m().t("summary.opened"),
                m().t("summary.running")));
        view.actions().forEach(action -> heads.add(view.action(action)));
        heads.add(m().t("summary.without"));
        List<Integer> shares = new ArrayList<>(List.of(6));
        heads.stream().skip(1).forEach(_ -> shares.add(2));
        blocks.add(new Table(shares, heads, inspected(SummaryPaper::accounted)));
    }

    private static List<String> accounted(String name, Inspected inspected) {
        Accounted of = inspected.accounted();
        List<String> cells = cells(name, of.all(), of.running());
        for (AccountabilityAction action : AccountabilityAction.values()) {
            cells.add(Integer.toString(of.of(action)));
        }
        cells.add(Integer.toString(of.without()));
        return cells;
    }

    /** A line of a community's inspections. */
    private interface Line {

        List<String> of(String name, Inspected inspected);
    }

    private List<List<String>> inspected(Line line) {
        List<List<String>> rows = new ArrayList<>();
        summary().communities().forEach(each -> rows.add(line.of(each.name(), each.inspected())));
        if (view.rest()) {
            rows.add(line.of(m().t("summary.rest"), summary().rest()));
        }
        rows.add(line.of(m().t("summary.sum"), summary().inspected()));
        return rows;
    }

    private void paid(List<Block> blocks) {
        BigInteger sum = summary().paid();
        blocks.add(new Heading(1, m().t("summary.paper.paid")));
        if (sum == null) {
            blocks.add(new Paragraph(m().t("summary.paid.none")));
            return;
        }
        blocks.add(new Paragraph(m().t("summary.paper.paid.text", view.money(sum), view.money(summary().out()))));
        chart(blocks, view.grants());
        List<List<String>> rows = new ArrayList<>();
        summary().communities().forEach(each -> rows.add(List.of(each.name(), Integer.toString(each.schools()),
                view.paid(each), view.money(each.out()))));
        rows.add(List.of(m().t("summary.sum"),
                Integer.toString(summary().communities().stream().mapToInt(Community::schools).sum()),
                view.money(sum), view.money(summary().out())));
        blocks.add(new Table(List.of(5, 2, 3, 3), List.of(m().t("summary.community"), m().t("summary.schools"),
                m().t("summary.paid.yuan"), m().t("summary.out.yuan")), rows));
    }

    private void spent(List<Block> blocks) {
        Spent sum = summary().spent();
        if (sum == null) {
            return;
        }
        blocks.add(new Heading(1, m().t("summary.paper.spent")));
        blocks.add(new Paragraph(m().t("summary.paper.spent.text", view.money(sum.planned()), view.money(sum.all()),
                view.money(sum.own()), view.money(sum.grant()))));
        chart(blocks, view.spent());
        List<List<String>> rows = new ArrayList<>();
        summary().communities().forEach(each -> rows.add(money(each.name(),
                each.spent() == null ? Spent.NOTHING : each.spent())));
        rows.add(money(m().t("summary.sum"), sum));
        blocks.add(new Table(List.of(5, 3, 3, 3, 3), List.of(m().t("summary.community"), m().t("summary.planned"),
                m().t("summary.own"), m().t("summary.grant"), m().t("summary.spent")), rows));
    }

    private List<String> money(String name, Spent of) {
        return List.of(name, view.money(of.planned()), view.money(of.own()), view.money(of.grant()),
                view.money(of.all()));
    }
}
