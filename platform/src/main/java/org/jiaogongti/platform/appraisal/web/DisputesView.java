package org.jiaogongti.platform.appraisal.web;

import java.util.List;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.Dispute;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.Runs;
import org.jiaogongti.platform.appraisal.Runs.Said;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;

/** What schools disputed, and corrections after the decision. */
public record DisputesView(Desk desk, Run run, Said said, Actor actor, Words words) {

    static DisputesView of(Desk desk, Actor actor, Runs runs, Messages m) {
        Run run = desk.run();
        if (run == null) {
            throw new Absent("appraisal", desk.year().name());
        }
        return new DisputesView(desk, run, runs.said(actor, run), actor, new Words(m));
    }

    public String year() {
        return desk.year().name();
    }

    public List<Dispute> all() {
        return said.disputes();
    }

    public String who(Dispute dispute) {
        return dispute.school() == null
                ? words.m().t("appraisal.dispute.correction", dispute.actorName(), dispute.on().toString())
                : words.m().t("appraisal.dispute.by",
                        desk.inForce().labels().name(dispute.school().toString()), dispute.actorName(),
                        dispute.on().toString());
    }

    /** Whether this person may rule on it now. */
    public boolean rules(Dispute dispute) {
        boolean inTime = dispute.correction()
                ? run.closed()
                : run.stage() == Run.Stage.SELF || run.stage() == Run.Stage.REVIEW;
        return dispute.ruling() == null && inTime && !actor.actsFor(dispute.actor());
    }

    public String ruled(Dispute.Ruling ruling) {
        return words.m().t("appraisal.dispute.ruled." + ruling.outcome().name(), ruling.actorName(),
                ruling.on().toString(), ruling.words(), ruling.version());
    }
}
