package org.jiaogongti.platform.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.evidence.Received;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.goal.Entered.Problem;
import org.jiaogongti.platform.goal.GoalGround.Places;
import org.jiaogongti.platform.goal.OutcomeFact.Version;
import org.jiaogongti.platform.goal.OutcomeFact.What;
import org.jiaogongti.platform.goal.model.Check;
import org.jiaogongti.platform.goal.model.Reach;
import org.jiaogongti.platform.goal.store.OutcomeStore;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Outcome facts: what was measured elsewhere, or judged, about a goal. Another module that finds one records it here, with its
 * own address as the origin. A correction is a new version beside the old one.
 */
@Service
public class Outcomes {

    static final String KIND = "outcome";
    /** Files of the bureau count for no school. */
    private static final UUID BUREAU = new UUID(0, 0);

    private final OutcomeStore store;
    private final GoalGround ground;
    private final EvidenceFiles files;
    private final TransactionTemplate transaction;

    Outcomes(OutcomeStore store, GoalGround ground, EvidenceFiles files, TransactionTemplate transaction) {
        this.store = store;
        this.ground = ground;
        this.files = files;
        this.transaction = transaction;
    }

    /**
     * What the form for an outcome offers.
     *
     * @param goals whose values are entered
     */
    public record Offer(List<Goal> goals, List<Place> places, LocalDate today) {}

    @Transactional(readOnly = true)
    public Offer offer() {
        List<Goal> goals = ground.charter().map(Charter::goals).orElse(List.of()).stream().filter(Check::entered)
                .toList();
        return new Offer(goals, ground.places().all(), ground.today());
    }

    /**
     * One outcome.
     *
     * @param goal empty where the charter has it no more
     * @param enters whether somebody may correct it
     */
    public record Shown(OutcomeFact fact, Optional<Goal> goal, Place place, List<EvidenceItem> files, boolean enters) {}

    /**
     * One outcome with its versions.
     *
     * @throws Absent where there is none, or somebody may not see it
     */
    @Transactional(readOnly = true)
    public Shown show(Actor actor, UUID id) {
        OutcomeFact fact = store.find(id).orElseThrow(() -> new Absent(KIND, id));
        Place place = ground.places().readBy(actor).stream()
                .filter(each -> each.whose() == fact.whose() && Objects.equals(each.id(), fact.place())).findFirst()
                .orElseThrow(() -> new Absent(KIND, id));
        return new Shown(fact, ground.charter().flatMap(charter -> charter.goal(fact.goal())), place,
                files.of(List.of(id)), Reach.enters(actor));
    }

    /** Records what another module found. */
    @Transactional
    public Entered record(Actor actor, Given given) {
        return recorded(actor, given, List.of());
    }

    /** Records what somebody typed in, with the papers it stands in. Nothing is kept of what is refused. */
    public Entered record(Actor actor, Given given, Collection<Upload> uploads) {
        return with(uploads, stored -> recorded(actor, given, stored));
    }

    private Entered recorded(Actor actor, Given given, List<Received.Stored> stored) {
        Optional<Charter> charter = ground.charter();
        Optional<Goal> found = charter.flatMap(known -> known.goal(given.goal())).filter(Check::entered);
        if (found.isEmpty() || !Reach.enters(actor)) {
            return new Entered.Refused(Map.of("goal", Problem.of("goal.refused.goal")));
        }
        Goal goal = found.get();
        Map<String, Problem> problems = new HashMap<>(
                Check.problems(charter.orElseThrow(), goal, given, ground.today()));
        Optional<Place> place = place(ground.places(), goal, given.place());
        if (place.isEmpty()) {
            problems.put("place", Problem.of("goal.refused.place", goal.name()));
        }
        LocalDate day = given.measuredOn();
        if (!problems.isEmpty() || place.isEmpty() || day == null) {
            return new Entered.Refused(problems);
        }
        Optional<OutcomeFact> known = store.ofDay(goal.id(), given.place(), day);
        if (known.isPresent()) {
            return new Entered.Refused(Map.of("day",
                    Problem.of(known.get().stands() ? "goal.refused.twice" : "goal.refused.taken-back")));
        }
        UUID id = ground.ids().next();
        if (!store.add(List.of(new OutcomeFact(id, goal.id(), place.get().whose(), given.place(), day, given.origin(),
                List.of(version(1, What.GIVEN, given.found(), "", ground.by(actor))))))) {
            return new Entered.Refused(Map.of("day", Problem.of("goal.refused.twice")));
        }
        return attached(actor, id, stored).orElseGet(() -> {
            ground.journal().write(actor, "OutcomeRecorded", KIND, id,
                    Map.of("goal", goal.id(), "on", day.toString(), "source", given.found().source()));
            return new Entered.Done(id);
        });
    }

    private static Optional<Place> place(Places places, Goal goal, @Nullable UUID id) {
        return places.all().stream().filter(each -> Objects.equals(each.id(), id))
                .filter(each -> goal.whose().contains(each.whose())).findFirst();
    }

    private static Version version(int number, What what, Given.Found given, String reason, By by) {
        Given.Found kept = Check.kept(given);
        return new Version(number, what, kept.value(), kept.error(), kept.freedom(), kept.people(), kept.source(),
                reason, by);
    }

    /**
     * Corrects an outcome: the old version stays beside the new one. What was taken back stands again.
     *
     * @param seen the version that whoever corrects it has seen
     */
    public Entered correct(Actor actor, UUID id, int seen, Given.Found found, String reason,
            Collection<Upload> uploads) {
        return with(uploads, stored -> corrected(actor, id, seen, found, reason, stored));
    }

    private Entered corrected(Actor actor, UUID id, int seen, Given.Found found, String reason,
            List<Received.Stored> stored) {
        OutcomeFact fact = entered(actor, id);
        Optional<Goal> goal = ground.charter().flatMap(known -> known.goal(fact.goal())).filter(Check::entered);
        if (goal.isEmpty()) {
            return new Entered.Refused(Map.of("", Problem.of("goal.refused.goal")));
        }
        Map<String, Problem> problems = new HashMap<>(Check.problems(goal.get(), found));
        said(fact, seen, reason).ifPresent(problem -> problems.put(problem.field(), problem.problem()));
        if (!problems.isEmpty()) {
            return new Entered.Refused(problems);
        }
        if (!store.addVersion(id, version(seen + 1, What.GIVEN, found, reason, ground.by(actor)))) {
            return Entered.no("goal.refused.stale");
        }
        return attached(actor, id, stored).orElseGet(() -> {
            ground.journal().write(actor, "OutcomeCorrected", KIND, id, Map.of("reason", reason));
            return new Entered.Done(id);
        });
    }

    /** Says that an outcome does not hold; it stays to be read, and counts no more. */
    @Transactional
    public Entered takeBack(Actor actor, UUID id, int seen, String reason) {
        OutcomeFact fact = entered(actor, id);
        Optional<Wrong> wrong = fact.stands()
                ? said(fact, seen, reason)
                : Optional.of(new Wrong("", Problem.of("goal.refused.stale")));
        if (wrong.isPresent()) {
            return new Entered.Refused(Map.of(wrong.get().field(), wrong.get().problem()));
        }
        Version last = fact.current();
        if (!store.addVersion(id, new Version(seen + 1, What.TAKEN_BACK, null, null, null, last.people(), "", reason,
                ground.by(actor)))) {
            return Entered.no("goal.refused.stale");
        }
        ground.journal().write(actor, "OutcomeTakenBack", KIND, id, Map.of("reason", reason));
        return new Entered.Done(id);
    }

    private OutcomeFact entered(Actor actor, UUID id) {
        return store.find(id).filter(_ -> Reach.enters(actor)).orElseThrow(() -> new Absent(KIND, id));
    }

    /** What is wrong, at which field. */
    private record Wrong(String field, Problem problem) {}

    private static Optional<Wrong> said(OutcomeFact fact, int seen, String reason) {
        if (fact.current().number() != seen) {
            return Optional.of(new Wrong("", Problem.of("goal.refused.stale")));
        }
        return reason.isBlank() || reason.length() > OutcomeFact.LONGEST_REASON
                ? Optional.of(new Wrong("reason", Problem.of("goal.refused.reason", OutcomeFact.LONGEST_REASON)))
                : Optional.empty();
    }

    /** What is written in a transaction, once the bytes of its files are there. */
    @FunctionalInterface
    private interface Writing {
        Entered write(List<Received.Stored> stored);
    }

    /** It is tried first, so that no file is kept for what is refused; then it is written with its files, or not at all. */
    private Entered with(Collection<Upload> uploads, Writing writing) {
        List<Received.Stored> stored = new ArrayList<>();
        if (!uploads.isEmpty()) {
            Entered tried = Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                return writing.write(List.of());
            }));
            if (tried instanceof Entered.Refused) {
                return tried;
            }
            for (Upload upload : uploads) {
                switch (files.receive(upload)) {
                    case Received.Stored kept -> stored.add(kept);
                    case Received.Refused no -> {
                        return new Entered.Refused(Map.of("files", new Problem(no.key(), no.numbers())));
                    }
                }
            }
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Entered entered = writing.write(stored);
            if (entered instanceof Entered.Refused) {
                status.setRollbackOnly();
            }
            return entered;
        }));
    }

    /** Why a file cannot be kept; empty where all are. */
    private Optional<Entered> attached(Actor actor, UUID id, List<Received.Stored> stored) {
        for (Received.Stored file : stored) {
            switch (files.attach(actor, id, BUREAU, file)) {
                case EvidenceFiles.Added.Kept _ -> {
                }
                case EvidenceFiles.Added.No no -> {
                    return Optional.of(new Entered.Refused(Map.of("files", new Problem(no.key(), no.numbers()))));
                }
                case EvidenceFiles.Added.Absent _ -> throw new Absent(KIND, id);
            }
        }
        return Optional.empty();
    }
}
