package org.jiaogongti.platform.inspection.web;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.inspection.DutyMention.Drawn;
import org.jiaogongti.platform.inspection.DutyMention.Found;
import org.jiaogongti.platform.inspection.DutyMention.Judged;
import org.jiaogongti.platform.inspection.DutyMention;
import org.jiaogongti.platform.inspection.DutyMentions;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.obligation.DutyCard;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** 督查记录 on the page of a duty: what visits, findings and draws said of it. */
@Component
class InspectionDutyCards implements DutyCard.Source {

    private static final int MOST = 6;

    private final DutyMentions mentions;

    InspectionDutyCards(DutyMentions mentions) {
        this.mentions = mentions;
    }

    @Override
    public List<DutyCard> of(Actor actor, DutyCard.About about, Messages m) {
        LocalDate today = mentions.today();
        List<DutyCard.Line> lines = mentions.latest(actor, about.duty(), about.schools(), MOST).stream()
                .map(each -> line(each, about.names().apply(each.school()), today, new Words(m))).toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new DutyCard(m.t("inspection.card"), "/inspections/findings?show=ALL", lines));
    }

    private static DutyCard.Line line(DutyMention mention, String school, LocalDate today, Words words) {
        Messages m = words.m();
        return switch (mention) {
            case Judged judged -> new DutyCard.Line(judged.day(),
                    m.t("inspection.card.judged", school, words.kind(judged.kind())), judged.note(),
                    "/inspections/" + judged.inspection() + "#point-" + judged.point(), Words.shape(judged.result()),
                    words.result(judged.result()));
            case Found found -> {
                boolean late = found.state() == Finding.State.OPEN && found.deadline().isBefore(today);
                yield new DutyCard.Line(found.day(), m.t("inspection.card.found", school, found.words()),
                        found.state().open() ? m.t("inspection.until", found.deadline().toString()) : "",
                        "/inspections/findings/" + found.finding(), Words.shape(found.state(), found.deadline(), today),
                        m.t("inspection.finding.state." + (late ? "LATE" : found.state().name())));
            }
            case Drawn drawn -> new DutyCard.Line(drawn.day(), m.t("inspection.card.drawn", school, drawn.drawn()),
                    drawn.untrue() == 0 ? "" : m.t("inspection.card.untrue", drawn.untrue()),
                    "/inspections/samples/" + drawn.sample(),
                    drawn.untrue() > 0 ? "late" : drawn.genuine() == drawn.drawn() ? "done" : "todo",
                    m.t("inspection.card.genuine", drawn.genuine()));
        };
    }
}
