package org.jiaogongti.platform.obligation.web;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;

/** The instances of one duty in one community, together. */
record Cells(Words words, Charter charter, Outlooks outlooks) {

    /** What stands in one cell of the board. */
    record Summary(Mark mark, String figure, int percent, int met, int worked) {}

    Rule rule(String duty, Span span) {
        return span.width() == Span.Width.TERM
                ? charter.rule(duty, span.term())
                : charter.rule(duty, span.days().last());
    }

    Summary summary(Obligation.Head head, Span span, List<Standing> standings) {
        List<Mark> marks = new ArrayList<>();
        int met = 0;
        int worked = 0;
        for (Standing standing : standings) {
            Mark mark = Marks.of(standing, outlooks);
            marks.add(mark);
            if (mark.inWork()) {
                worked += standing.number();
                met += standing.counted() >= standing.target() ? standing.number() : 0;
            }
        }
        Mark mark = Marks.of(marks);
        if (!mark.inWork()) {
            return new Summary(mark, "", 0, 0, 0);
        }
        Rule rule = rule(head.id(), span);
        if (standings.size() == 1 && !Words.split(head, rule)) {
            Standing only = standings.getFirst();
            return new Summary(mark, only.counted() + "/" + only.target(),
                    percent(only.counted(), only.target()), met, worked);
        }
        String unit = span.width() == Span.Width.TERM || rule.each() == Each.OCCASION
                ? words.heads(head, rule)
                : words.m().t("obligation.unit.instance");
        return new Summary(mark, met + "/" + worked + unit, percent(met, worked), met, worked);
    }

    static int percent(int done, int of) {
        return of <= 0 ? 0 : Math.min(100, Math.toIntExact(100L * done / of));
    }
}
