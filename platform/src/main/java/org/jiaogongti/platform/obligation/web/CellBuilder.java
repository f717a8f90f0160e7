package org.jiaogongti.platform.obligation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;

/** The instances behind one cell, the most pressing first. */
final class CellBuilder {

    private final BoardFacts facts;
    private final Span span;
    private final Words words;
    private final Cells cells;

    CellBuilder(BoardFacts facts, Span span, Words words) {
        this.facts = facts;
        this.span = span;
        this.words = words;
        this.cells = new Cells(words, facts.charter(), facts.outlooks());
    }

    CellView build(Obligation.Head head, String community, List<Standing> standings) {
        Cells.Summary summary = cells.summary(head, span, standings);
        Rule rule = cells.rule(head.id(), span);
        List<CellView.Row> rows = new ArrayList<>();
        standings.stream()
                .sorted(Comparator.comparing((Standing standing) -> Marks.of(standing, facts.outlooks()))
                        .thenComparing(standing -> standing.instance().lastDay())
                        .thenComparing(Standing::key))
                .forEach(standing -> rows.add(row(standing)));
        String subtitle = words.m().t("obligation.cell.sub", facts.labels().name(community), words.need(head, rule),
                words.period(span.name()));
        boolean records = summary.mark().inWork() && !rule.measure().occasionKinds().isEmpty();
        return new CellView(head.id(), head.name(), summary.mark(), summary.figure(), subtitle,
                "/board?" + span.query(), DutyBuilder.quote(facts.charter(), head.quote()),
                standings.isEmpty()
                        ? null
                        : DutyBuilder.law(facts.charter(), head.id(), standings.getLast().instance().lastDay(), words),
                rows, empty(rule), records ? Addresses.record(head.id()) : "");
    }

    private CellView.Row row(Standing standing) {
        Mark mark = Marks.of(standing, facts.outlooks());
        String whom = facts.labels().counterpart(standing.key(), standing.about());
        return new CellView.Row(mark, facts.labels().name(standing.key().bearer()), whom,
                words.period(standing.key().period()),
                mark.inWork() ? standing.counted() + "/" + standing.target() : "",
                Cells.percent(standing.counted(), standing.target()), standing.instance().lastDay().toString(),
                Addresses.instance(standing.key()));
    }

    private String empty(Rule rule) {
        String why = switch (rule.each()) {
            case PLACEMENT -> "obligation.cell.none.mentor";
            case WEAK_SUBJECT, WEAK_SUBJECT_AND_KIND -> "obligation.cell.none.weak";
            case OCCASION -> "obligation.cell.none.occasion";
            case NOTHING, MEMBER_SCHOOL, GROUP_SUBJECT, DIRECTION -> "obligation.cell.none.other";
        };
        return words.m().t("obligation.cell.none", words.m().t(why));
    }
}
