package org.jiaogongti.platform.inspection.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.inspection.Findings;
import org.jiaogongti.platform.inspection.Proceeding;
import org.jiaogongti.platform.inspection.Proceedings;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** What a school has to put right, and where it may be heard, on the school's own page. */
@Component
class InspectionAsides implements Aside.Source {

    private final Findings findings;
    private final Proceedings proceedings;

    InspectionAsides(Findings findings, Proceedings proceedings) {
        this.findings = findings;
        this.proceedings = proceedings;
    }

    @Override
    public List<Aside> ofSchool(Actor actor, UUID school, Messages m) {
        Words words = new Words(m);
        LocalDate today = findings.today();
        List<Aside.Line> lines = new ArrayList<>();
        for (Proceeding each : proceedings.waiting(actor, school)) {
            lines.add(new Aside.Line(words.state(each, today), m.t("inspection.until", Words.text(each.due())),
                    "/inspections/proceedings/" + each.id(), Words.shape(each, today),
                    m.t("inspection.proceeding.title")));
        }
        for (Finding each : findings.waiting(actor, school)) {
            lines.add(new Aside.Line(each.words(), words.left(each, today), "/inspections/findings/" + each.id(),
                    Words.shape(each, today), words.state(each, today)));
        }
        return lines.isEmpty()
                ? List.of()
                : List.of(new Aside(m.t("inspection.aside"), "/inspections/findings", lines));
    }
}
