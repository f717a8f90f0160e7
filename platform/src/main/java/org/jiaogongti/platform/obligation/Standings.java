package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.model.Sum;
import org.jiaogongti.platform.obligation.store.ProgressRow;

/** Kept rows as they stand on a day, by the charter's own rule. */
final class Standings {

    private Standings() {}

    /** Rows whose instance is owed on the day. */
    static List<Standing> of(Rules rules, List<ProgressRow> rows, LocalDate asOf) {
        List<Standing> standings = new ArrayList<>(rows.size());
        for (ProgressRow row : rows) {
            if (row.instance().exists(asOf)) {
                standings.add(of(rules, row, asOf));
            }
        }
        return standings;
    }

    static Standing of(Rules rules, ProgressRow row, LocalDate asOf) {
        Progress progress = rules.counting().progress(row.instance(), row.sum().counted(), row.waiver(), asOf);
        AppliedWaiver applied = row.applied();
        boolean inForce = applied != null && !applied.decidedOn().isAfter(asOf);
        return new Standing(row.instance(), row.sum().counted(), row.sum().planned(), row.sum().disputed(),
                progress.target(), progress.status(), inForce ? applied : null, row.about());
    }

    static Effect effect(Rules rules, ProgressRow before, Sum delta, LocalDate asOf) {
        Standing was = of(rules, before, asOf);
        Standing is = of(rules, before.with(before.sum().plus(delta)), asOf);
        return new Effect(was.key(), was.instance().community(), rules.dutyName(was.duty()), rules.clause(was.duty()),
                was.counted(), is.counted(), is.planned(), is.target(), was.status(), is.status());
    }
}
