package org.jiaogongti.platform.filing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.filing.Filing;
import org.jiaogongti.platform.filing.FilingTray;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** What of its filings waits for a school, on its home: from a phone that is the way to the tray. */
@Component
class FilingAsides implements Aside.Source {

    private static final int SHOWN = 5;

    private final FilingTray trays;

    FilingAsides(FilingTray trays) {
        this.trays = trays;
    }

    @Override
    public List<Aside> ofSchool(Actor actor, UUID school, Messages m) {
        if (!actor.schools().contains(school)) {
            return List.of();
        }
        List<Aside.Line> lines = trays.waitingFor(school, SHOWN).stream().map(filing -> line(filing, m)).toList();
        return List.of(new Aside(m.t("filing.aside"), "/filings", lines.isEmpty()
                ? List.of(new Aside.Line(m.t("filing.aside.none"), m.t("filing.aside.more"), "/filings", "", ""))
                : lines));
    }

    private static Aside.Line line(Filing filing, Messages m) {
        LocalDate held = filing.heldOn();
        return new Aside.Line(filing.title(), m.t("filing.aside.held", held.toString()), "/filings/" + filing.id(),
                "soon", m.t("filing.state." + filing.state().name()));
    }
}
