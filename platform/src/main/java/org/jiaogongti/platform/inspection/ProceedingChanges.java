package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.inspection.Proceeding.Reason;
import org.jiaogongti.platform.inspection.Proceeding.Side;
import org.jiaogongti.platform.inspection.Proceeding.What;
import org.jiaogongti.platform.inspection.Proceedings.Ground;
import org.jiaogongti.platform.inspection.model.ProceedingCourse;
import org.jiaogongti.platform.inspection.model.Reach;
import org.jiaogongti.platform.inspection.store.FindingStore;
import org.jiaogongti.platform.inspection.store.ProceedingStore;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens proceedings against units and writes what the school, the opener and those who decide say in them. */
@Service
@Transactional
public class ProceedingChanges {

    private final ProceedingStore store;
    private final FindingStore findings;
    private final Proceedings proceedings;
    private final Attachments attachments;
    private final InspectionGround around;

    ProceedingChanges(ProceedingStore store, FindingStore findings, Proceedings proceedings, Attachments attachments,
            InspectionGround around) {
        this.store = store;
        this.findings = findings;
        this.proceedings = proceedings;
        this.attachments = attachments;
        this.around = around;
    }

    /** A proceeding as typed. */
    public record NewProceeding(Set<UUID> findings, @Nullable Reason reason, String facts,
            @Nullable AccountabilityAction proposed) {

        public NewProceeding {
            findings = Set.copyOf(findings);
        }
    }

    /** Opens it with the notice (告知书): from today on the school may reply. */
    public Outcome open(Actor actor, NewProceeding given) {
        if (!new Reach(actor).inspects()) {
            throw new Absent(Proceedings.KIND, "new");
        }
        List<Finding> found = findings.all(given.findings());
        if (found.size() < given.findings().size()) {
            throw new Absent(Findings.KIND, given.findings());
        }
        if (found.isEmpty() || given.reason() == null || given.facts().isEmpty() || given.proposed() == null) {
            return Outcome.no("inspection.proceeding.refused.missing");
        }
        if (given.facts().length() > Proceeding.LONGEST || found.size() > Proceeding.MOST_FINDINGS) {
            return Outcome.no("inspection.refused.long");
        }
        UUID school = found.getFirst().school();
        if (found.stream().anyMatch(each -> !each.school().equals(school)
                || each.state() == Finding.State.WITHDRAWN || each.state() == Finding.State.DISPUTED)) {
            return Outcome.no("inspection.proceeding.refused.findings");
        }
        found.forEach(each -> store.lockFinding(each.id()));
        if (found.stream().anyMatch(each -> store.ofFinding(each.id()).stream()
                .anyMatch(other -> other.state().running()))) {
            return Outcome.no("inspection.proceeding.refused.running");
        }
        String year = Inspections.year(around.calendars().current(), around.today());
        LocalDate due = around.after(proceedings.limits(year).reply());
        Proceeding proceeding = new Proceeding(around.ids().next(), school, year, given.reason(), given.facts(),
                String.join("、", found.stream().map(Finding::clause).distinct().toList()), given.proposed(),
                Proceeding.State.NOTICED, due, due, around.by(actor));
        store.add(List.of(proceeding));
        store.rest(proceeding.id(), given.findings());
        around.journal().write(actor, "ProceedingOpened", Proceedings.KIND, proceeding.id(),
                Map.of("school", school.toString(), "reason", given.reason().name(), "proposed",
                        given.proposed().name(), "findings",
                        given.findings().stream().map(UUID::toString).sorted().toList()));
        return new Outcome.Done(proceeding.id());
    }

    /** Something said in a proceeding, as typed. */
    public record Said(@Nullable What what, @Nullable AccountabilityAction measure, String words) {}

    /** The school replies, will not, appeals, or takes the appeal back. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome answer(Actor actor, UUID id, Said given, Collection<Upload> files) {
        return attachments.with(files, () -> say(actor, id, given, Side.SCHOOL),
                (outcome, stored) -> outcome instanceof Outcome.Done(UUID step)
                        ? attachments.attach(actor, step, store.find(id).orElseThrow().school(), stored, outcome)
                        : outcome);
    }

    /** The notice is withdrawn. */
    public Outcome withdraw(Actor actor, UUID id, String words) {
        return say(actor, id, new Said(What.WITHDRAWN, null, words), Side.OPENER);
    }

    /** Somebody who neither inspected nor opened it decides, or rules on the appeal. */
    public Outcome decide(Actor actor, UUID id, Said given) {
        return say(actor, id, given, Side.DECIDER);
    }

    private Outcome say(Actor actor, UUID id, Said given, Side side) {
        Reach reach = new Reach(actor);
        Proceeding proceeding = store.lock(id).filter(each -> reach.reads(each.school()))
                .orElseThrow(() -> new Absent(Proceedings.KIND, id));
        List<Proceeding.Step> steps = store.steps(List.of(id));
        Ground ground = proceedings.ground(proceeding, steps);
        What what = given.what();
        if (what == null || ProceedingCourse.side(what) != side
                || !ProceedingCourse.next(proceeding, around.today()).contains(what)) {
            return Outcome.no("inspection.proceeding.refused.order");
        }
        if (!proceedings.next(reach, proceeding, ground).contains(what)) {
            if (side == Side.DECIDER && reach.decides()) {
                return Outcome.no("inspection.proceeding.refused.own");
            }
            throw new Absent(Proceedings.KIND, id);
        }
        if (ProceedingCourse.needsWords(what) && given.words().isEmpty()) {
            return Outcome.no("inspection.proceeding.refused.words");
        }
        if (given.words().length() > Proceeding.LONGEST) {
            return Outcome.no("inspection.refused.long");
        }
        AccountabilityAction measure = ProceedingCourse.needsMeasure(what) ? given.measure() : null;
        AccountabilityAction decided = ProceedingCourse.decided(steps);
        if (ProceedingCourse.needsMeasure(what) && (measure == null
                || !ProceedingCourse.allows(what, measure, decided == null ? proceeding.proposed() : decided))) {
            return Outcome.no(what == What.LIGHTENED
                    ? "inspection.proceeding.refused.lighter"
                    : "inspection.proceeding.refused.heavier");
        }
        return write(actor, proceeding, new Said(what, measure, given.words()));
    }

    private Outcome write(Actor actor, Proceeding proceeding, Said said) {
        What what = Objects.requireNonNull(said.what());
        Proceeding.State state = ProceedingCourse.after(proceeding.state(), proceeding.due(), what, around.today())
                .orElseThrow();
        LocalDate due = ProceedingCourse.due(state, around.today(), proceedings.limits(proceeding.year()),
                around.workingDays().now());
        Proceeding.Step step = new Proceeding.Step(around.ids().next(), proceeding.id(), what, said.measure(),
                said.words(), due, around.by(actor));
        store.addSteps(List.of(step));
        store.move(proceeding.id(), state, due);
        Map<String, Object> payload = new LinkedHashMap<>(Map.of("what", what.name(), "words", said.words()));
        if (said.measure() != null) {
            payload.put("measure", said.measure().name());
        }
        around.journal().write(actor, "ProceedingSaid", Proceedings.KIND, proceeding.id(), payload);
        return new Outcome.Done(step.id());
    }

    /** Sets up what was before the district came here, all in one go. */
    public void setUp(List<Proceeding> all, Map<UUID, Set<UUID>> findings, List<Proceeding.Step> steps) {
        store.add(all);
        findings.forEach(store::rest);
        store.addSteps(steps);
    }
}
