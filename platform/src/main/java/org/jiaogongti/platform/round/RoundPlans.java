package org.jiaogongti.platform.round;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.DifferenceText;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.whatif.AimTrial;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.goal.Closing;
import org.jiaogongti.platform.goal.Closings;
import org.jiaogongti.platform.goal.GoalTrials;
import org.jiaogongti.platform.inspection.Findings;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Amended;
import org.jiaogongti.platform.obligation.CharterRevisions;
import org.jiaogongti.platform.obligation.CharterRevisions.Ground;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.round.Plan.Draft;
import org.jiaogongti.platform.round.Plan.Issue;
import org.jiaogongti.platform.round.Trial.Line;
import org.jiaogongti.platform.round.Trial.Shift;
import org.jiaogongti.platform.round.Trial.State;
import org.jiaogongti.platform.round.store.PlanStore;
import org.jiaogongti.platform.round.store.TrialStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The next round's charter: drafted once the round is being assessed, tried on what it came to, issued by a second person. */
@Service
@Transactional(readOnly = true)
public class RoundPlans {

    private static final int SHOWN = 10;

    private final PlanStore store;
    private final TrialStore tried;
    private final TrialRuns trials;
    private final CharterRevisions revisions;
    private final Findings findings;
    private final Goals goals;
    private final Desk desk;

    RoundPlans(PlanStore store, TrialStore tried, TrialRuns trials, CharterRevisions revisions, Findings findings,
            Goals goals, Desk desk) {
        this.store = store;
        this.tried = tried;
        this.trials = trials;
        this.revisions = revisions;
        this.findings = findings;
        this.goals = goals;
        this.desk = desk;
    }

    /** What the goals say: how the round before was closed, and what it came to. */
    @Component
    record Goals(Closings closings, GoalTrials trials) {}

    /** What every step stands on. */
    @Component
    record Desk(Journal journal, BusinessClock clock, Ids ids, ApplicationEventPublisher events) {}

    /**
     * Where the next round's charter stands.
     *
     * @param earliest the first day that can still come out otherwise
     * @param sheet null before anybody began
     */
    public record Standing(Gate gate, Ground ground, LocalDate today, LocalDate earliest, @Nullable Sheet sheet,
            boolean mayDraft) {}

    /**
     * A plan as far as it is.
     *
     * @param text what the draft says: of the charter in force, or once it is issued of the one before
     * @param latest the newest trial, whatever became of it
     * @param result the newest trial that came to an end, with what it found
     * @param known what the round before came to in the goals whose targets the draft changes
     * @param close of the round before: signed, or proposed and waiting; null before anybody proposed it
     * @param own whether this person, or one in whose absence they act, wrote the draft, so that they cannot issue it
     */
    public record Sheet(Plan plan, Draft draft, DraftText text, List<Draft> versions, @Nullable Trial latest,
            @Nullable Result result, List<GoalTrials.Known> known, @Nullable Closing close,
            @Nullable Issue issue, boolean own) {

        /** Whether the round before was closed by two people. */
        public boolean closed() {
            return close != null && close.state() == Closing.State.CONFIRMED;
        }

        /** Whether the newest result is that of this draft on the records of now. */
        public boolean fresh() {
            return result != null && !result.stale() && result.trial().draft().equals(draft.id());
        }
    }

    /**
     * What a trial found.
     *
     * @param stale whether records, decisions, schools or the charter have changed since
     * @param findings findings of the round by duty
     */
    public record Result(Trial trial, List<Line> lines, List<Trial.Failing> failing, boolean stale,
            Map<String, Integer> findings) {}

    /** Empty before a charter is adopted. */
    public Optional<Standing> standing(Actor actor) {
        return revisions.ground().map(ground -> {
            Gate gate = Gate.of(ground.inForce().charter(), desk.clock().today());
            Sheet sheet = gate instanceof Gate.Open open
                    ? store.of(open.next().name()).map(plan -> sheet(actor, open, plan, ground)).orElse(null)
                    : null;
            return new Standing(gate, ground, desk.clock().today(), revisions.earliest(), sheet, mayDraft(actor));
        });
    }

    private Sheet sheet(Actor actor, Gate.Open open, Plan plan, Ground ground) {
        Draft draft = store.draft(plan.id());
        Issue issue = store.issue(plan.id()).orElse(null);
        // Before the result, so that a trial which ends meanwhile is not shown as neither going nor done.
        Trial latest = tried.latest(plan.id()).orElse(null);
        CharterText base = issue == null ? ground.text() : revisions.text(draft.charter());
        Result result = tried.done(plan.id()).map(trial -> result(trial, open.base(), ground.inForce())).orElse(null);
        DraftText text = DraftText.read(draft.text(), base);
        return new Sheet(plan, draft, text, store.versions(plan.id(), SHOWN), latest, result,
                text instanceof DraftText.Fits fits ? known(actor, open.base(), fits) : List.of(),
                goals.closings().of(open.base().name()).orElse(null), issue, actor.actsFor(draft.by().account()));
    }

    private List<GoalTrials.Known> known(Actor actor, Round base, DraftText.Fits fits) {
        return goals.trials().of(actor, fits.after(), base,
                fits.aims().stream().map(AimTrial::goal).distinct().toList());
    }

    private Result result(Trial trial, Round base, InForce rules) {
        return new Result(trial, tried.lines(trial.id()), tried.failing(trial.id()),
                !trial.print().equals(revisions.print(TrialRuns.days(rules, base))), findings.perDuty(base.days()));
    }

    /** A page of instances of a duty that come out otherwise in the newest result. */
    public List<Shift> shifts(Trial trial, String duty, String community, int offset, int limit) {
        return tried.shifts(trial.id(), duty, community, offset, limit);
    }

    /** The text of one version. */
    public Optional<String> version(Plan plan, int number) {
        return store.version(plan.id(), number).map(Draft::text);
    }

    private static boolean mayDraft(Actor actor) {
        return actor.has(Role.BUREAU_ADMIN, Role.CHARTER_EDITOR);
    }

    /** Opens the draft, with nothing changed yet, and looks at what the round came to. */
    @Transactional
    public Answer begin(Actor actor) {
        Ground ground = revisions.ground().orElse(null);
        if (ground == null
                || !(Gate.of(ground.inForce().charter(), desk.clock().today()) instanceof Gate.Open open)) {
            return Answer.Refused.because("round.refused.early");
        }
        if (!mayDraft(actor)) {
            return Answer.Refused.because("round.refused.role");
        }
        Plan plan = new Plan(desk.ids().next(), open.next().name(), open.base().name(), by(actor));
        if (!store.insert(plan)) {
            return new Answer.Done();
        }
        Difference nothing = new Difference(ground.inForce().charter().id(), open.next().name(),
                firstDay(ground.inForce(), open.next()), List.of());
        Draft draft = new Draft(desk.ids().next(), plan.id(), 1, DifferenceText.of(nothing), ground.charter(),
                by(actor));
        store.insert(draft);
        order(actor, draft);
        desk.journal().write(actor, "RoundPlanBegun", "round-plan", plan.id(), Map.of("round", plan.round()));
        return new Answer.Done();
    }

    /** The first day of the round, or of the first term after today where the round has begun. */
    private LocalDate firstDay(InForce rules, Round next) {
        LocalDate earliest = revisions.earliest();
        LocalDate today = desk.clock().today();
        if (next.days().first().isAfter(today)) {
            return next.days().first();
        }
        return rules.world().periods().stream().filter(period -> period.kind() == PeriodKind.TERM).map(Period::days)
                .map(days -> days.first()).filter(first -> first.isAfter(today)).min(Comparator.naturalOrder())
                .orElse(earliest);
    }

    /**
     * Changes the draft.
     *
     * @param seen the version that was on the page
     */
    @Transactional
    public Answer revise(Actor actor, int seen, UnaryOperator<Difference> change) {
        return written(actor, seen, (ground, draft) -> switch (DraftText.read(draft.text(), ground.text())) {
            case DraftText.Fits fits -> DifferenceText.of(change.apply(fits.difference()));
            case DraftText.Unfit _ -> draft.text();
        });
    }

    /** Puts a whole file in the place of the draft. */
    @Transactional
    public Answer replace(Actor actor, int seen, String text) {
        return written(actor, seen, (_, _) -> text);
    }

    private interface Writing {
        String text(Ground ground, Draft draft);
    }

    private Answer written(Actor actor, int seen, Writing writing) {
        return held(actor, (ground, open, plan) -> {
            Draft draft = store.draft(plan.id());
            if (draft.number() != seen) {
                return Answer.Refused.because("round.refused.moved");
            }
            String text = writing.text(ground, draft);
            return switch (DraftText.read(text, ground.text())) {
                case DraftText.Unfit unfit -> Answer.Refused.because("round.refused.unfit", unfit.message());
                case DraftText.Fits fits when !fits.difference().round().equals(plan.round()) ->
                    Answer.Refused.because("round.refused.round", fits.difference().round(), plan.round());
                case DraftText.Fits fits when fits.difference().from().isBefore(revisions.earliest()) ->
                    Answer.Refused.because("obligation.change.refused.closed", revisions.earliest().toString());
                case DraftText.Fits _ -> {
                    Draft next = new Draft(desk.ids().next(), plan.id(), draft.number() + 1, text, ground.charter(),
                            by(actor));
                    store.insert(next);
                    desk.journal().write(actor, "RoundDraftChanged", "round-plan", plan.id(),
                            Map.of("number", next.number()));
                    yield new Answer.Done();
                }
            };
        });
    }

    private interface Step {
        Answer of(Ground ground, Gate.Open open, Plan plan);
    }

    /** A step of a plan that is not issued, by somebody who may; two of them follow each other. */
    private Answer held(Actor actor, Step step) {
        if (!mayDraft(actor)) {
            return Answer.Refused.because("round.refused.role");
        }
        Ground ground = revisions.ground().orElse(null);
        Gate gate = ground == null ? new Gate.None() : Gate.of(ground.inForce().charter(), desk.clock().today());
        if (ground == null || !(gate instanceof Gate.Open open)) {
            return Answer.Refused.because("round.refused.early");
        }
        Plan plan = store.hold(open.next().name()).orElse(null);
        if (plan == null) {
            return Answer.Refused.because("round.refused.none");
        }
        return store.issue(plan.id()).isPresent()
                ? Answer.Refused.because("round.refused.issued")
                : step.of(ground, open, plan);
    }

    /** Has the draft tried on what the round came to; ordered twice it is made once. */
    @Transactional
    public Answer tryOut(Actor actor) {
        return held(actor, (_, _, plan) -> {
            Draft draft = store.draft(plan.id());
            Trial latest = tried.latest(plan.id()).orElse(null);
            if (latest == null || !latest.going() || !latest.draft().equals(draft.id())) {
                order(actor, draft);
            }
            return new Answer.Done();
        });
    }

    private void order(Actor actor, Draft draft) {
        UUID id = desk.ids().next();
        tried.insert(new Trial(id, draft.id(), State.WAITING, "", desk.clock().today(), 0, 0, by(actor)),
                desk.clock().now());
        desk.journal().write(actor, "RoundTrialOrdered", "round-plan", draft.plan(), Map.of("number", draft.number()));
        desk.events().publishEvent(new TrialOrdered(Scope.required().code(), id));
    }

    /** Takes a trial to be made. */
    @Transactional
    Optional<TrialRuns.Work> claim(UUID id) {
        Trial trial = tried.find(id).orElse(null);
        Ground ground = revisions.ground().orElse(null);
        if (trial == null || ground == null
                || !(Gate.of(ground.inForce().charter(), desk.clock().today()) instanceof Gate.Open open)) {
            return Optional.empty();
        }
        Draft draft = store.of(open.next().name()).map(plan -> store.draft(plan.id())).orElse(null);
        if (draft == null || !draft.id().equals(trial.draft())
                || !(DraftText.read(draft.text(), ground.text()) instanceof DraftText.Fits fits)) {
            // Nobody looks at a draft that was changed since.
            trials.fail(id);
            return Optional.empty();
        }
        return trials.claim(trial, fits.difference(), open.base());
    }

    /**
     * Puts the draft into force: by a second person, who saw what it does to the records of now.
     *
     * @param seen the version that was on the page
     * @param trial the result that was on the page
     */
    @Transactional
    public Answer issue(Actor actor, int seen, String trial) {
        revisions.hold();
        return held(actor, (ground, open, plan) -> {
            Draft draft = store.draft(plan.id());
            Answer.Refused no = refused(actor, seen, trial, new Asked(ground, open, plan, draft));
            if (no != null || !(DraftText.read(draft.text(), ground.text()) instanceof DraftText.Fits fits)) {
                return no == null ? Answer.Refused.because("round.refused.unfit.now") : no;
            }
            Amended adopted = revisions.adopt(actor, fits.whole(), fits.difference().from());
            return switch (adopted) {
                case Amended.Refused refused -> Answer.Refused.of(refused);
                case Amended.Possible possible -> throw new IllegalStateException("only " + possible.duties());
                case Amended.Kept kept -> {
                    store.insert(plan.id(), draft, new Issue(draft.id(), UUID.fromString(trial), by(actor)),
                            kept.id(), fits.difference().from());
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("round", plan.round());
                    told.put("number", draft.number());
                    told.put("from", fits.difference().from().toString());
                    desk.journal().write(actor, "RoundCharterIssued", "round-plan", plan.id(), told);
                    yield new Answer.Done();
                }
            };
        });
    }

    private record Asked(Ground ground, Gate.Open open, Plan plan, Draft draft) {}

    private Answer.@Nullable Refused refused(Actor actor, int seen, String trial, Asked asked) {
        if (!asked.open().over()) {
            return Answer.Refused.because("round.refused.assessing", asked.open().base().name(),
                    asked.open().assessment().days().last().toString());
        }
        if (goals.closings().of(asked.open().base().name()).filter(each -> each.state() == Closing.State.CONFIRMED)
                .isEmpty()) {
            return Answer.Refused.because("round.refused.unclosed", asked.open().base().name());
        }
        if (asked.draft().number() != seen) {
            return Answer.Refused.because("round.refused.moved");
        }
        if (actor.actsFor(asked.draft().by().account())) {
            return Answer.Refused.because("round.refused.own");
        }
        Trial result = tried.done(asked.plan().id()).orElse(null);
        if (result == null || !result.draft().equals(asked.draft().id())) {
            return Answer.Refused.because("round.refused.untried");
        }
        if (!result.id().toString().equals(trial) || !result.print()
                .equals(revisions.print(TrialRuns.days(asked.ground().inForce(), asked.open().base())))) {
            return Answer.Refused.because("round.refused.stale");
        }
        return DraftText.read(asked.draft().text(), asked.ground().text()) instanceof DraftText.Fits fits
                && fits.difference().revisions().isEmpty() ? Answer.Refused.because("round.refused.empty") : null;
    }

    private By by(Actor actor) {
        return new By(actor.accountId(), actor.name(), desk.clock().today());
    }
}
