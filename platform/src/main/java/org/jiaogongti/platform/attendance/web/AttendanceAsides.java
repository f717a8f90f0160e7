package org.jiaogongti.platform.attendance.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.attendance.Arrivals;
import org.jiaogongti.platform.attendance.RollSheet;
import org.jiaogongti.platform.attendance.Rolls;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** Where 签到 stands, on the page of the occasion: for the host the way to it, for whoever is expected their own page. */
@Component
class AttendanceAsides implements Aside.Source {

    private final Rolls rolls;
    private final Arrivals arrivals;

    AttendanceAsides(Rolls rolls, Arrivals arrivals) {
        this.rolls = rolls;
        this.arrivals = arrivals;
    }

    @Override
    public List<Aside> ofOccasion(Actor actor, Occasion occasion, Messages m) {
        List<Aside.Line> lines = new ArrayList<>();
        String at = "/activities/" + occasion.id() + "/attendance";
        Optional<RollSheet> sheet = rolls.sheet(actor, occasion.id());
        sheet.ifPresent(found -> line(found, at, m).ifPresent(lines::add));
        if (arrivals.along(actor, occasion.id()).isPresent()) {
            lines.add(new Aside.Line(m.t("attendance.aside.own"), m.t("attendance.aside.own.note"), at + "/along", "",
                    ""));
        }
        return lines.isEmpty()
                ? List.of()
                : List.of(
                        new Aside("attendance", Aside.Place.NEXT, m.t("attendance.title"), sheet.isPresent() ? at : "",
                                lines, List.of()));
    }

    private static Optional<Aside.Line> line(RollSheet sheet, String at, Messages m) {
        if (!sheet.gathering().lives() || (sheet.roll() == null && !sheet.hosts())) {
            return Optional.empty();
        }
        if (sheet.roll() == null) {
            boolean early = sheet.gathering().date().isAfter(sheet.today());
            return Optional.of(new Aside.Line(m.t(early ? "attendance.aside.early" : "attendance.aside.begin"),
                    m.t("attendance.aside.expected", sheet.expected()), at, "", ""));
        }
        boolean open = sheet.open();
        return Optional.of(new Aside.Line(m.t("attendance.aside.signed", sheet.signed(), sheet.expected()),
                sheet.waiting().isEmpty()
                        ? m.t("attendance.aside.nothing")
                        : m.t("attendance.aside.waiting",
                                sheet.waiting().size()),
                at, open ? "going" : "done", m.t(open ? "attendance.state.open" : "attendance.state.closed")));
    }
}
