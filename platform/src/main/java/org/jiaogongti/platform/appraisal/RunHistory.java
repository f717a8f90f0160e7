package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.appraisal.AppraisalGround.Years;
import org.jiaogongti.platform.appraisal.Dispute.Outcome;
import org.jiaogongti.platform.appraisal.Run.What;
import org.jiaogongti.platform.appraisal.RunChanges.Objection;
import org.jiaogongti.platform.appraisal.store.AppraisalStore;
import org.jiaogongti.platform.appraisal.store.DisputeStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appraisals of the past, step by step as they went, in the names of those who did it: for a district that brings its past
 * along, and for the sample world. The database's rules hold here too.
 */
@Service
@Transactional
public class RunHistory {

    private final RunChanges changes;
    private final AppraisalStore store;
    private final DisputeStore disputes;
    private final AppraisalGround around;

    RunHistory(RunChanges changes, AppraisalStore store, DisputeStore disputes, AppraisalGround around) {
        this.changes = changes;
        this.store = store;
        this.disputes = disputes;
        this.around = around;
    }

    /** Somebody who did something on a day. */
    public static Author by(UUID account, String name, LocalDate day) {
        return new Author(account, Set.of(), name, day, day.atTime(9, 30).atZone(BusinessClock.ZONE).toInstant());
    }

    public void freeze(String year, LocalDate selfUntil, Author author) {
        Years years = around.years();
        Period period = years.calendar().stream().filter(each -> each.name().equals(year)).findFirst().orElseThrow();
        changes.freeze(years, period, selfUntil, author);
    }

    public void say(String year, UUID school, SchoolWord.What what, String section, String words, Author author) {
        changes.say(run(year), new SchoolWord(around.ids().next(), school, what, section, words, author.name(),
                author.on()), author);
    }

    /** The records of a school, to choose one to dispute. */
    @Transactional(readOnly = true)
    public Records records(String year, UUID school) {
        Run run = run(year);
        return changes.records(run).of(changes.key(run, school));
    }

    /** A dispute that was raised and answered. */
    public void dispute(String year, UUID school, Objection objection, Author by, Outcome outcome, String words,
            Author ruler) {
        if (!(changes.dispute(run(year), school, objection, by) instanceof Answer.Done)) {
            throw new IllegalStateException("the dispute about " + objection.source()
                    + " was refused\nTell of a record of the school, with words.");
        }
        Dispute dispute = disputes.of(run(year).id()).getLast();
        changes.rule(run(year), dispute, outcome, words, ruler);
    }

    public void propose(String year, LocalDate until, String words, Author author) {
        changes.propose(run(year), until, words, author);
    }

    public void step(String year, What what, String words, Author author) {
        Run run = run(year);
        changes.step(run, what, what == What.FINAL ? run.step(What.PROPOSED).orElseThrow() : null, words, author);
    }

    private Run run(String year) {
        return store.find(year).orElseThrow();
    }
}
