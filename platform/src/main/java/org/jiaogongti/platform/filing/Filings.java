package org.jiaogongti.platform.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.activity.OccasionPapers;
import org.jiaogongti.platform.activity.OccasionPapers.Seen;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.Received.Refused;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.filing.Filing.Approval;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.FilingStep.What;
import org.jiaogongti.platform.filing.model.Moves;
import org.jiaogongti.platform.filing.model.PlanReading;
import org.jiaogongti.platform.filing.model.Reach;
import org.jiaogongti.platform.filing.store.FilingStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handing in, checking, filing. The day of filing and of approval become the occasion's own in the same transaction, so the
 * duties that ask for them count at once. One call is one transaction and one line in the journal.
 */
@Service
public class Filings {

    private final FilingStore store;
    private final OccasionPapers occasions;
    private final FilingReach reach;
    private final EvidenceFiles evidence;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;
    private final TransactionTemplate transaction;

    Filings(FilingStore store, OccasionPapers occasions, FilingReach reach, EvidenceFiles evidence, Journal journal,
            BusinessClock clock, Ids ids, TransactionTemplate transaction) {
        this.store = store;
        this.occasions = occasions;
        this.reach = reach;
        this.evidence = evidence;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** The first text about an occasion, or another version. Files are on the disk before the transaction begins. */
    public FilingOutcome submit(Actor actor, UUID occasion, FilingEntry entry, List<Upload> uploads) {
        List<Stored> files = new ArrayList<>();
        for (Upload upload : uploads) {
            switch (evidence.receive(upload)) {
                case Stored stored -> files.add(stored);
                case Refused no -> {
                    return new FilingOutcome.Bad("files", no.key(), no.numbers());
                }
            }
        }
        return transaction.execute(status -> {
            FilingOutcome outcome = submit(actor, occasion, entry, (Collection<Stored>) files);
            if (outcome instanceof FilingOutcome.Bad) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private FilingOutcome submit(Actor actor, UUID id, FilingEntry entry, Collection<Stored> files) {
        Seen seen = occasions.lock(actor, id).filter(Seen::mayRead).orElse(null);
        if (seen == null) {
            return new FilingOutcome.Absent();
        }
        Occasion occasion = seen.occasion();
        Gate gate = occasions.kinds().get(occasion.said().mainKind()).gate();
        if (!seen.mayFile()) {
            return new FilingOutcome.No("filing.refused.foreign");
        }
        if (gate == Gate.NONE) {
            return new FilingOutcome.No("filing.refused.none");
        }
        if (occasion.state() == Occasion.State.CANCELLED || occasion.state() == Occasion.State.WITHDRAWN) {
            return new FilingOutcome.No("filing.refused.gone");
        }
        Optional<UUID> sent = store.byToken(entry.token());
        if (sent.isPresent()) {
            return new FilingOutcome.Already(sent.get());
        }
        return switch (PlanReading.read(entry.text(), gate)) {
            case PlanReading.Read.Bad bad -> new FilingOutcome.Bad(bad.field(), bad.key(), bad.numbers());
            case PlanReading.Read.Good good -> store.ofOccasion(id)
                    .map(before -> again(actor, before, occasion, entry, good.text(), files))
                    .orElseGet(() -> first(actor, occasion, gate, entry, good.text(), files));
        };
    }

    private FilingOutcome first(Actor actor, Occasion occasion, Gate gate, FilingEntry entry, PlanText text,
            Collection<Stored> files) {
        LocalDate today = clock.today();
        State state = Moves.first(gate);
        Filing filing = new Filing(ids.next(), occasion.id(), gate, state, text.title(), occasion.said().community(),
                occasion.said().school(), occasion.said().subject(), occasion.said().date(), actor.accountId(),
                actor.name(), 1, state == State.FILED ? today : null, null);
        if (!store.insert(filing, entry.token(), clock.now())) {
            return store.byToken(entry.token()).<FilingOutcome>map(FilingOutcome.Already::new)
                    .orElseGet(FilingOutcome.Absent::new);
        }
        store.version(filing.id(), version(actor, 1, text));
        step(actor, filing, gate == Gate.CHECKED_AND_FILED ? What.SUBMITTED : What.FILED, "");
        FilingOutcome.Bad bad = attach(actor, filing, entry.token(), files);
        return bad != null ? bad : done(actor, papers(null), filing, "FilingSubmitted");
    }

    private FilingOutcome again(Actor actor, Filing before, Occasion occasion, FilingEntry entry, PlanText text,
            Collection<Stored> files) {
        Filing locked = store.lock(before.id()).orElse(before);
        boolean fresh = locked.state() == State.TAKEN_BACK;
        What what = fresh ? locked.plan() ? What.SUBMITTED : What.FILED : What.RESUBMITTED;
        if (entry.base() != locked.latest()) {
            List<PlanVersion> versions = store.versions(locked.id());
            int seen = Math.clamp(entry.base(), 1, versions.size());
            PlanVersion latest = versions.getLast();
            // The same text sent twice is no other text.
            return latest.text().equals(text) && latest.author().equals(actor.accountId())
                    ? new FilingOutcome.Already(locked.id())
                    : new FilingOutcome.Stale(versions.get(seen - 1), latest);
        }
        if (occasion.state() == Occasion.State.HELD && locked.approval() != null) {
            return new FilingOutcome.No("filing.refused.held");
        }
        State state = Moves.after(locked.state(), locked.gate(), what).orElseThrow();
        LocalDate filed = state == State.CHECKING
                ? null
                : locked.filedOn() == null ? clock.today() : locked.filedOn();
        Filing after = new Filing(locked.id(), locked.occasion(), locked.gate(), state, text.title(),
                locked.community(), locked.school(), locked.subject(), locked.heldOn(), locked.submitter(),
                locked.submitterName(), locked.latest() + 1, filed, null);
        store.version(after.id(), version(actor, after.latest(), text));
        if (!store.move(locked, after, clock.now())) {
            return settled(locked);
        }
        step(actor, after, what, "");
        FilingOutcome.Bad bad = attach(actor, after, entry.token(), files);
        return bad != null ? bad : done(actor, papers(locked), after, "FilingResubmitted");
    }

    private FilingOutcome.@Nullable Bad attach(Actor actor, Filing filing, UUID token, Collection<Stored> files) {
        for (Stored file : files) {
            if (evidence.attach(actor, filing.id(), filing.school(), file) instanceof EvidenceFiles.Added.No no) {
                return new FilingOutcome.Bad("files", no.key(), no.numbers());
            }
        }
        evidence.handOver(actor, token, filing.id());
        return null;
    }

    private PlanVersion version(Actor actor, int number, PlanText text) {
        return new PlanVersion(number, text, actor.accountId(), actor.name(), clock.today(), clock.now());
    }

    /**
     * 同意, 同意附意见, 退回修改.
     *
     * @param version the version of the text that was looked at; another one is refused, with both shown
     * @param what {@link What#APPROVED}, {@link What#ADVISED} or {@link What#RETURNED}
     */
    @Transactional
    public FilingOutcome decide(Actor actor, UUID id, int version, What what, String typed) {
        Reach own = reach.of(actor);
        Filing filing = locked(id, actor, own).orElse(null);
        if (filing == null) {
            return new FilingOutcome.Absent();
        }
        FilingOutcome no = filing.state() != State.CHECKING
                ? settled(filing)
                : own.checks(filing) ? theirOwn(actor, filing) : new FilingOutcome.No("filing.refused.checker");
        if (no != null) {
            return no;
        }
        List<PlanVersion> versions = store.versions(id);
        if (version != filing.latest()) {
            return new FilingOutcome.Stale(versions.get(Math.clamp(version, 1, versions.size()) - 1),
                    versions.getLast());
        }
        return switch (PlanReading.words(typed, what != What.APPROVED)) {
            case PlanReading.Word.Bad bad -> new FilingOutcome.Bad("words", bad.key(), bad.numbers());
            case PlanReading.Word.Given given -> {
                LocalDate today = clock.today();
                Filing after = what == What.RETURNED
                        ? in(filing, State.RETURNED, null, null)
                        : in(filing, State.FILED, today,
                                new Approval(today, version, versions.getLast().text().hash()));
                yield settle(actor, filing, after, what, given.words(), "FilingDecided");
            }
        };
    }

    /** 收下: the training department has seen what was filed. */
    @Transactional
    public FilingOutcome accept(Actor actor, UUID id) {
        return receive(actor, id, What.ACCEPTED, "");
    }

    /** The training department asks back; it stays filed meanwhile. */
    @Transactional
    public FilingOutcome ask(Actor actor, UUID id, String typed) {
        return receive(actor, id, What.ASKED, typed);
    }

    private FilingOutcome receive(Actor actor, UUID id, What what, String typed) {
        Reach own = reach.of(actor);
        Filing filing = locked(id, actor, own).orElse(null);
        if (filing == null) {
            return new FilingOutcome.Absent();
        }
        State to = Moves.after(filing.state(), filing.gate(), what).orElse(null);
        FilingOutcome no = to == null
                ? settled(filing)
                : own.department() ? theirOwn(actor, filing) : new FilingOutcome.No("filing.refused.department");
        if (no != null || to == null) {
            return no == null ? settled(filing) : no;
        }
        return switch (PlanReading.words(typed, what == What.ASKED)) {
            case PlanReading.Word.Bad bad -> new FilingOutcome.Bad("words", bad.key(), bad.numbers());
            case PlanReading.Word.Given given -> settle(actor, filing,
                    in(filing, to, filing.filedOn(), filing.approval()), what, given.words(),
                    what == What.ASKED ? "FilingQuestioned" : "FilingAccepted");
        };
    }

    /** What became of accepting several at once. */
    public record Accepted(int done, int left) {}

    /** 一起收下: those that can be accepted are, the others stay as they are. One line in the journal for all. */
    @Transactional
    public Accepted acceptAll(Actor actor, Collection<UUID> chosen) {
        Reach own = reach.of(actor);
        int done = 0;
        // In one order, so that two who choose the same do not wait for each other.
        for (UUID id : new TreeSet<>(chosen)) {
            Filing filing = locked(id, actor, own).orElse(null);
            boolean may = filing != null && own.department() && theirOwn(actor, filing) == null;
            Optional<State> to = filing == null || !may
                    ? Optional.empty()
                    : Moves.after(filing.state(), filing.gate(), What.ACCEPTED);
            if (filing != null && to.isPresent()) {
                store.move(filing, in(filing, to.get(), filing.filedOn(), filing.approval()), clock.now());
                step(actor, filing, What.ACCEPTED, "");
                done++;
            }
        }
        if (done > 0) {
            journal.write(actor, "FilingsAccepted", "filing", null, Map.of("number", done));
        }
        return new Accepted(done, chosen.size() - done);
    }

    /** An answer to what the training department asked. */
    @Transactional
    public FilingOutcome answer(Actor actor, UUID id, String typed) {
        Filing filing = ofSubmitter(actor, id).orElse(null);
        if (filing == null) {
            return new FilingOutcome.Absent();
        }
        State to = Moves.after(filing.state(), filing.gate(), What.ANSWERED).orElse(null);
        if (to == null) {
            return settled(filing);
        }
        return switch (PlanReading.words(typed, true)) {
            case PlanReading.Word.Bad bad -> new FilingOutcome.Bad("words", bad.key(), bad.numbers());
            case PlanReading.Word.Given given -> settle(actor, filing,
                    in(filing, to, filing.filedOn(), filing.approval()), What.ANSWERED, given.words(),
                    "FilingAnswered");
        };
    }

    /** Takes back what was handed in, while the occasion is still to come: it is as if nothing had been. */
    @Transactional
    public FilingOutcome takeBack(Actor actor, UUID id, String typed) {
        Filing filing = ofSubmitter(actor, id).orElse(null);
        if (filing == null) {
            return new FilingOutcome.Absent();
        }
        boolean held = occasions.find(actor, filing.occasion())
                .filter(seen -> seen.occasion().state() == Occasion.State.HELD).isPresent();
        if (held) {
            return new FilingOutcome.No("filing.refused.held");
        }
        State to = Moves.after(filing.state(), filing.gate(), What.TAKEN_BACK).orElse(null);
        if (to == null) {
            return settled(filing);
        }
        return switch (PlanReading.words(typed, true)) {
            case PlanReading.Word.Bad bad -> new FilingOutcome.Bad("words", bad.key(), bad.numbers());
            case PlanReading.Word.Given given -> settle(actor, filing, in(filing, to, null, null), What.TAKEN_BACK,
                    given.words(), "FilingTakenBack");
        };
    }

    /** The filing, locked after its occasion, for somebody who may hand in about it. */
    private Optional<Filing> ofSubmitter(Actor actor, UUID id) {
        return store.find(id).filter(found -> occasions.lock(actor, found.occasion()).filter(Seen::mayFile).isPresent())
                .flatMap(found -> store.lock(id));
    }

    /** The filing, locked after its occasion, for somebody who may look at it. */
    private Optional<Filing> locked(UUID id, Actor actor, Reach own) {
        return store.find(id).flatMap(found -> {
            boolean readable = occasions.lock(actor, found.occasion()).filter(Seen::mayRead).isPresent();
            return store.lock(id).filter(filing -> readable || own.checks(filing) || own.department());
        });
    }

    private @Nullable FilingOutcome theirOwn(Actor actor, Filing filing) {
        boolean own = store.versions(filing.id()).stream().anyMatch(version -> actor.actsFor(version.author()));
        return own ? new FilingOutcome.No("filing.refused.own") : null;
    }

    /** Who was faster. */
    private FilingOutcome settled(Filing filing) {
        return new FilingOutcome.Settled(store.steps(filing.id()).getLast());
    }

    private FilingOutcome settle(Actor actor, Filing before, Filing after, What what, String words, String action) {
        if (!store.move(before, after, clock.now())) {
            return settled(before);
        }
        step(actor, after, what, words);
        return done(actor, papers(before), after, action);
    }

    /** What duties are counted from is handed on where it changed. */
    private FilingOutcome done(Actor actor, Papers before, Filing filing, String action) {
        Papers now = papers(filing);
        List<Effect> effects = now.equals(before) ? List.of() : occasions.put(actor, filing.occasion(), now);
        journal.write(actor, action, "filing", filing.id(),
                Map.of("state", filing.state().name(), "version", filing.latest()));
        return new FilingOutcome.Done(filing, effects);
    }

    static Papers papers(@Nullable Filing filing) {
        Approval approval = filing == null ? null : filing.approval();
        return filing == null ? Papers.NONE : new Papers(filing.filedOn(), approval == null ? null : approval.on());
    }

    static Filing in(Filing filing, State state, @Nullable LocalDate filedOn, @Nullable Approval approval) {
        return new Filing(filing.id(), filing.occasion(), filing.gate(), state, filing.title(), filing.community(),
                filing.school(), filing.subject(), filing.heldOn(), filing.submitter(), filing.submitterName(),
                filing.latest(), filedOn, approval);
    }

    private void step(Actor actor, Filing filing, What what, String words) {
        store.step(ids.next(), filing.id(), new FilingStep(what, filing.latest(), words, actor.accountId(),
                actor.name(), clock.today(), clock.now()));
    }
}
