package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.inspection.Finding.What;
import org.jiaogongti.platform.inspection.model.FindingCourse;
import org.jiaogongti.platform.inspection.model.InspectionCourse;
import org.jiaogongti.platform.inspection.model.Reach;
import org.jiaogongti.platform.inspection.store.FindingStore;
import org.jiaogongti.platform.inspection.store.InspectionStore;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes findings, and what schools, inspectors and those who decide say of them. */
@Service
@Transactional
public class FindingChanges {

    private final FindingStore store;
    private final InspectionStore inspections;
    private final Findings findings;
    private final Attachments attachments;
    private final InspectionGround around;

    FindingChanges(FindingStore store, InspectionStore inspections, Findings findings, Attachments attachments,
            InspectionGround around) {
        this.store = store;
        this.inspections = inspections;
        this.findings = findings;
        this.attachments = attachments;
        this.around = around;
    }

    /**
     * A finding as typed.
     *
     * @param school only where its origin says none
     * @param duty of the charter, which names the clause; or the address of a clause from which no duty comes
     */
    public record NewFinding(Finding.Origin origin, @Nullable UUID school, String duty, String words,
            @Nullable LocalDate deadline) {}

    /** Writes a finding, with photos; the school knows of it at once. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome find(Actor actor, NewFinding given, Collection<Upload> photos) {
        return attachments.with(photos, () -> find(actor, given),
                (outcome, stored) -> outcome instanceof Outcome.Done(UUID id)
                        ? attachments.attach(actor, id, store.find(id).orElseThrow().school(), stored, outcome)
                        : outcome);
    }

    private Outcome find(Actor actor, NewFinding given) {
        if (!new Reach(actor).inspects()) {
            throw new Absent(Findings.KIND, "new");
        }
        Findings.Start start = findings.start(given.origin());
        UUID school = start == null ? given.school() : start.school();
        Finding.Origin origin = start == null ? Finding.Origin.NONE : start.origin();
        if (school == null) {
            return Outcome.no("inspection.finding.refused.school");
        }
        if (around.schools().find(school).isEmpty()) {
            throw new Absent("school", school);
        }
        Optional<Outcome> early = early(origin);
        if (early.isPresent()) {
            return early.get();
        }
        Duty duty = around.duties().get(given.duty());
        String clause = duty != null ? duty.clause() : clause(given.duty(), start);
        if (clause.isEmpty() || given.words().isEmpty()) {
            return Outcome.no("inspection.finding.refused.missing");
        }
        if (given.words().length() > Finding.LONGEST) {
            return Outcome.no("inspection.refused.long");
        }
        LocalDate deadline = given.deadline();
        if (!ahead(deadline) || deadline == null) {
            return Outcome.no("inspection.finding.refused.deadline");
        }
        Finding finding = new Finding(around.ids().next(), origin, school,
                around.communityOf(school, around.today()).orElse(null), clause, duty == null ? "" : duty.id(),
                given.words(), Finding.State.OPEN, deadline, deadline, around.after(limits().dispute()),
                around.by(actor));
        store.add(List.of(finding));
        around.journal().write(actor, "FindingRecorded", Findings.KIND, finding.id(), Map.of("school",
                school.toString(), "clause", clause, "words", given.words(), "deadline", deadline.toString()));
        return new Outcome.Done(finding.id());
    }

    private String clause(String asked, Findings.@Nullable Start start) {
        return around.clauses().containsKey(asked) ? asked : start == null ? "" : start.clause();
    }

    /** Nothing can be found at a visit that has not begun. */
    private Optional<Outcome> early(Finding.Origin origin) {
        UUID inspection = origin.inspection();
        return inspection == null
                ? Optional.empty()
                : inspections.lock(inspection).filter(each -> each.state() != Inspection.State.HELD
                        && !InspectionCourse.writes(each, around.today()))
                        .map(_ -> Outcome.no("inspection.finding.refused.early"));
    }

    private boolean ahead(@Nullable LocalDate day) {
        return day != null && day.isAfter(around.today()) && !day.isAfter(around.today().plusYears(1));
    }

    private InspectionRule.Limits limits() {
        String year = Inspections.year(around.calendars().current(), around.today());
        return inspections.rule(year).orElseGet(() -> InspectionRule.usual(year)).limits();
    }

    /** Something said of a finding, as typed. */
    public record Said(@Nullable What what, String words, @Nullable LocalDate deadline) {}

    /** The school says that it put it right, objects to it, or takes its last word back. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome answer(Actor actor, UUID id, Said given, Collection<Upload> files) {
        return attachments.with(files, () -> say(actor, id, given, Finding.Side.SCHOOL),
                (outcome, stored) -> outcome instanceof Outcome.Done(UUID step)
                        ? attachments.attach(actor, step, store.find(id).orElseThrow().school(), stored, outcome)
                        : outcome);
    }

    /** Whoever inspects closes it, returns it, gives more time, withdraws it, or opens it again; with photos. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome inspect(Actor actor, UUID id, Said given, Collection<Upload> photos) {
        return attachments.with(photos, () -> say(actor, id, given, Finding.Side.INSPECTOR),
                (outcome, stored) -> outcome instanceof Outcome.Done(UUID step)
                        ? attachments.attach(actor, step, store.find(id).orElseThrow().school(), stored, outcome)
                        : outcome);
    }

    /** Somebody who did not find it decides about the school's objection. */
    public Outcome rule(Actor actor, UUID id, Said given) {
        return say(actor, id, given, Finding.Side.RULING);
    }

    private Outcome say(Actor actor, UUID id, Said given, Finding.Side side) {
        Reach reach = new Reach(actor);
        Finding finding = store.lock(id).filter(each -> reach.reads(each.school()))
                .orElseThrow(() -> new Absent(Findings.KIND, id));
        if (!Findings.mayDo(reach, finding, side)) {
            if (side == Finding.Side.RULING && reach.decides()) {
                return Outcome.no("inspection.finding.refused.own");
            }
            throw new Absent(Findings.KIND, id);
        }
        What what = given.what();
        if (what == null || FindingCourse.side(what) != side
                || !findings.next(reach, finding, store.steps(List.of(id))).contains(what)) {
            return Outcome.no("inspection.finding.refused.order");
        }
        if (FindingCourse.needsWords(what) && given.words().isEmpty()) {
            return Outcome.no("inspection.finding.refused.words");
        }
        if (given.words().length() > Finding.LONGEST_WORDS) {
            return Outcome.no("inspection.refused.long");
        }
        boolean gives = FindingCourse.givesDeadline(what);
        LocalDate deadline = gives ? given.deadline() : null;
        if (gives && !ahead(deadline)) {
            return Outcome.no("inspection.finding.refused.deadline");
        }
        Finding.Step step = new Finding.Step(around.ids().next(), id, what, given.words(), deadline,
                around.by(actor));
        store.addSteps(List.of(step));
        store.move(id, FindingCourse.after(finding.state(), what).orElseThrow(),
                deadline == null ? finding.deadline() : deadline);
        Map<String, Object> said = new LinkedHashMap<>(Map.of("what", what.name(), "words", given.words()));
        if (deadline != null) {
            said.put("deadline", deadline.toString());
        }
        around.journal().write(actor, "FindingSaid", Findings.KIND, id, said);
        return new Outcome.Done(step.id());
    }

    /** Sets up what was found and said before the district came here, all in one go. */
    public void setUp(List<Finding> all, List<Finding.Step> steps) {
        store.add(all);
        store.addSteps(steps);
    }
}
