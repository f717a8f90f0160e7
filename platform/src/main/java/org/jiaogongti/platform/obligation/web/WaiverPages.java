package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Effect;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.WaiverDecision;
import org.jiaogongti.platform.obligation.WaiverLine;
import org.jiaogongti.platform.obligation.WaiverOrder;
import org.jiaogongti.platform.obligation.Waivers;
import org.jiaogongti.platform.obligation.web.BoardView.Option;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts decisions into words. */
@Component
class WaiverPages {

    private final Waivers waivers;
    private final Progresses progresses;
    private final BusinessClock clock;

    WaiverPages(Waivers waivers, Progresses progresses, BusinessClock clock) {
        this.waivers = waivers;
        this.progresses = progresses;
        this.clock = clock;
    }

    private InForce inForce() {
        return progresses.inForce()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no charter is adopted yet"));
    }

    WaiversView list(Words words) {
        InForce inForce = inForce();
        return new WaiversView(
                waivers.all().stream().map(decision -> decision(decision, inForce, words)).toList());
    }

    private static WaiversView.Decision decision(WaiverDecision decision, InForce inForce, Words words) {
        WaiverOrder order = decision.order();
        String revoked = decision.revokedOn() == null
                ? ""
                : words.m().t("obligation.waiver.revoked", decision.revokedOn().toString(),
                        decision.revocationReason());
        return new WaiversView.Decision(decision.id().toString(), kind(order, words), duties(order, inForce),
                bearers(order, inForce, words), order.firstDay() + " – " + order.lastDay(), order.reason(),
                order.document(), order.decidedBy(), order.decidedOn().toString(), decision.lines(), revoked);
    }

    static String kind(WaiverOrder order, Words words) {
        return order.target() == null
                ? words.m().t("obligation.waiver.wholly")
                : words.m().t("obligation.waiver.reduced", order.target());
    }

    static String duties(WaiverOrder order, InForce inForce) {
        return order.duties().stream()
                .map(duty -> inForce.charter().obligation(duty).map(found -> found.head().name()).orElse(duty))
                .collect(Collectors.joining("、"));
    }

    static String bearers(WaiverOrder order, InForce inForce, Words words) {
        return order.bearerKind() == WaiverOrder.BearerKind.DISTRICT
                ? words.m().t("obligation.waiver.district")
                : order.bearers().stream().map(inForce.labels()::name).collect(Collectors.joining("、"));
    }

    WaiverForm form(WaiverTyped typed, Map<String, String> problems, Words words) {
        InForce inForce = inForce();
        List<Option> duties = new ArrayList<>();
        for (Obligation.Counted duty : inForce.charter().counted()) {
            duties.add(new Option(duty.id(), duty.head().quote().clause() + " " + duty.head().name(),
                    typed.duties().contains(duty.id())));
        }
        List<Option> bearers = new ArrayList<>();
        bearers.add(option(WaiverTyped.DISTRICT, words.m().t("obligation.waiver.district"), typed));
        for (String community : inForce.world().communities()) {
            bearers.add(option("community:" + community,
                    words.m().t("obligation.waiver.community", inForce.labels().name(community)), typed));
            schools(inForce, community)
                    .forEach(school -> bearers.add(option("school:" + school, words.m().t(
                            "obligation.waiver.school", inForce.labels().name(school)), typed)));
        }
        return new WaiverForm(duties, bearers, typed.values(), problems);
    }

    /** With the points that owe by themselves, where they are read so. */
    private List<String> schools(InForce inForce, String community) {
        LocalDate today = clock.today();
        boolean merged = inForce.charter().effects(today).contains(new Effect.PointsInCentralSchool());
        List<String> schools = new ArrayList<>();
        inForce.world().memberships(community, today).forEach(membership -> {
            schools.add(membership.school());
            if (!merged) {
                schools.addAll(inForce.world().teachingPoints(membership.school(), today));
            }
        });
        return schools;
    }

    private static Option option(String value, String label, WaiverTyped typed) {
        return new Option(value, label, typed.value("bearer").equals(value));
    }

    WaiverPreview preview(WaiverTyped typed, List<WaiverLine> lines, Words words) {
        InForce inForce = inForce();
        List<WaiverPreview.Row> rows = lines.stream().map(line -> row(line, inForce, words)).toList();
        int changing = Math.toIntExact(lines.stream().filter(WaiverLine::changes).count());
        String query = typed.fields().stream()
                .map(field -> field.name() + "=" + Addresses.part(field.value())).collect(Collectors.joining("&"));
        return new WaiverPreview(changing, lines.size() - changing, rows, typed.fields(), query);
    }

    private static WaiverPreview.Row row(WaiverLine line, InForce inForce, Words words) {
        Standing before = line.before();
        Standing after = line.after();
        WaiverLine.LeftOut leftOut = line.leftOut();
        String stays = leftOut == null ? "" : switch (leftOut) {
            case DECIDED_ALREADY -> words.m().t("obligation.waiver.already");
            case NOT_LESS -> words.m().t("obligation.waiver.unfit", before.instance().target() - 1);
        };
        return new WaiverPreview.Row(
                inForce.charter().obligation(before.duty()).map(found -> found.head().name()).orElse(before.duty()),
                inForce.labels().name(before.key().bearer()),
                inForce.labels().counterpart(before.key(), before.about()), words.period(before.key().period()),
                Marks.of(before.status()), figure(before), Marks.of(after.status()), figure(after), stays,
                Addresses.instance(before.key()));
    }

    private static String figure(Standing standing) {
        return Marks.of(standing.status()).inWork() ? standing.counted() + "/" + standing.target() : "";
    }
}
