package org.jiaogongti.platform.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Occasion.Behalf;
import org.jiaogongti.platform.activity.Occasion.Entry;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.model.Asked;
import org.jiaogongti.platform.activity.model.Conflict;
import org.jiaogongti.platform.activity.model.EntryReading;
import org.jiaogongti.platform.activity.model.EntryReading.Read;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.model.Typed;
import org.jiaogongti.platform.activity.model.Words;
import org.jiaogongti.platform.activity.store.LifeStore;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.activity.store.OccasionStore.Row;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.Received.Refused;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Entering, changing and taking back what was held. One call is one transaction and one line in the journal. */
@Service
public class Activities {

    /** Within this time the recorder takes an entry back without a reason. */
    public static final Duration UNDO = Duration.ofMinutes(10);
    private static final int LONGEST_REASON = 200;

    private final OccasionStore store;
    private final OccasionReadings readings;
    private final Recounting recounting;
    private final DistrictGround grounds;
    private final EvidenceFiles evidence;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final Follow follow;
    private final OccasionNews news;
    private final LifeStore lives;
    private final OccasionBin bin;

    Activities(OccasionStore store, OccasionReadings readings, Recounting recounting, DistrictGround grounds,
            EvidenceFiles evidence, Journal journal, BusinessClock clock, Ids ids,
            TransactionTemplate transaction, Follow follow, OccasionNews news, LifeStore lives, OccasionBin bin) {
        this.bin = bin;
        this.news = news;
        this.follow = follow;
        this.lives = lives;
        this.store = store;
        this.readings = readings;
        this.recounting = recounting;
        this.grounds = grounds;
        this.evidence = evidence;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** A new entry. Files are on the disk before the transaction begins, their rows come with the entry's. */
    public Outcome record(Actor actor, OccasionEntry entry, List<Upload> uploads) {
        List<Stored> files = new ArrayList<>();
        for (Upload upload : uploads) {
            switch (evidence.receive(upload)) {
                case Stored stored -> files.add(stored);
                case Refused no -> {
                    return new Outcome.Bad(List.of(new FieldError("files", no.key(), no.numbers())));
                }
            }
        }
        return transaction.execute(status -> {
            Outcome outcome = record(actor, entry, grounds.now(), files);
            if (outcome instanceof Outcome.Bad) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private Outcome record(Actor actor, OccasionEntry entry, Ground ground, List<Stored> files) {
        return switch (EntryReading.read(entry, ground)) {
            case Read.Bad bad -> new Outcome.Bad(bad.errors());
            case Read.Good good -> {
                Rights rights = new Rights(actor, ground);
                if (!rights.mayEnter(good.said())) {
                    yield Outcome.Bad.field("school", "activity.error.school.foreign");
                }
                List<Occasion> same = readings.same(good.said(), entry.token());
                Optional<Occasion> joined = same.stream().filter(other -> entry.same().equals(other.id().toString()))
                        .findFirst();
                if (!same.isEmpty() && joined.isEmpty() && !entry.same().equals("no")) {
                    yield readings.byToken(entry.token()).<Outcome>map(sent -> already(actor, sent))
                            .orElseGet(() -> new Outcome.PerhapsSame(same));
                }
                yield enter(actor, entry.token(), good.said(), rights, joined.orElse(null), files);
            }
        };
    }

    private Outcome enter(Actor actor, UUID token, Said said, Rights rights, @Nullable Occasion same,
            List<Stored> files) {
        Occasion occasion = occasion(actor, said, rights);
        if (!store.insert(row(occasion, token, rights.ground()), occasion.entry(), occasion.behalf())) {
            return readings.byToken(token).map(sent -> already(actor, sent)).orElseGet(Outcome.Absent::new);
        }
        for (Stored file : files) {
            if (evidence.attach(actor, occasion.id(), said.school(), file) instanceof EvidenceFiles.Added.No no) {
                return new Outcome.Bad(List.of(new FieldError("files", no.key(), no.numbers())));
            }
        }
        int handed = evidence.handOver(actor, token, occasion.id());
        List<Effect> effects;
        if (same == null) {
            effects = recounting.first(occasion);
        } else {
            bind(actor, occasion, same);
            effects = recounting.again(actor, same.id());
        }
        journal.write(actor, "OccasionRecorded", "occasion", occasion.id(), Map.of("kind", said.mainKind(), "date",
                said.date().toString(), "school", said.school().toString(), "files", handed + files.size()));
        return new Outcome.Done(occasion.id(), effects);
    }

    /** Two sides that enter the same thing agree on it. */
    private void bind(Actor actor, Occasion occasion, Occasion into) {
        store.join(district(), occasion.id(), into.id(), actor.accountId(), clock.now());
        if (into.asked().contains(occasion.said().school())) {
            step(actor, into.id(), Step.What.CAME, occasion.said().school(), "");
        }
        if (occasion.asked().contains(into.said().school())) {
            step(actor, occasion.id(), Step.What.CAME, into.said().school(), "");
        }
        step(actor, into.id(), Step.What.JOINED, occasion.said().school(), "");
    }

    private static Outcome already(Actor actor, Occasion sent) {
        return sent.entry().recorder().equals(actor.accountId())
                ? new Outcome.Already(sent.id())
                : new Outcome.Absent();
    }

    private Occasion occasion(Actor actor, Said said, Rights rights) {
        LocalDate today = clock.today();
        Behalf behalf = rights.onBehalf(said) ? new Behalf(said.school(), rights.behalfRole().name()) : null;
        return new Occasion(ids.next(), 1, said, said.date().isAfter(today) ? State.PLANNED : State.HELD, false,
                new Entry(actor.accountId(), actor.name(), clock.now(), today, today), null, behalf,
                Asked.by(said, rights.ground().kinds()));
    }

    private Row row(Occasion occasion, UUID token, Ground ground) {
        return new Row(occasion.id(), token, district(), occasion.said(), occasion.state(), occasion.asked(),
                Words.of(occasion.said(), ground), ids.next());
    }

    /** Other words for an entry, on top of the version somebody read. */
    @Transactional
    public Outcome change(Actor actor, UUID id, int version, OccasionEntry entry) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Occasion before = readings.lock(id).filter(occasion -> rights.mayRead(occasion.said())).orElse(null);
        if (before == null) {
            return new Outcome.Absent();
        }
        if (!rights.mayChange(before) || before.state() == State.WITHDRAWN || before.state() == State.CANCELLED) {
            return new Outcome.No("activity.refused.change");
        }
        return switch (EntryReading.read(entry, ground)) {
            case Read.Bad bad -> new Outcome.Bad(bad.errors());
            case Read.Good good when !rights.mayEnter(good.said()) ->
                Outcome.Bad.field("school", "activity.error.school.foreign");
            case Read.Good good when before.state() == State.HELD && good.said().date().isAfter(ground.today()) ->
                Outcome.Bad.field("date", "activity.error.date.held");
            // The same form sent twice, its first answer lost on the way, finds its own words and is no conflict.
            case Read.Good good when before.version() != version ->
                Conflict.between(good.said(), before.said()).isEmpty()
                        ? new Outcome.Already(id)
                        : new Outcome.Stale(before);
            case Read.Good good when told(before) && !Moved.Spot.of(before.said()).equals(Moved.Spot.of(good.said())) ->
                Outcome.Bad.field("date", "occasion.error.moving");
            case Read.Good good -> rewrite(actor, before, good.said(), ground);
        };
    }

    /** Whether people rely on its day and place: they are told why it moves. */
    private boolean told(Occasion occasion) {
        Announcement announcement = occasion.state() == State.PLANNED
                ? lives.announcements(List.of(occasion.id())).get(occasion.id())
                : null;
        return announcement != null && announcement.holds();
    }

    /** What duties are counted from changed: the other school has seven days from today. */
    private Outcome rewrite(Actor actor, Occasion before, Said said, Ground ground) {
        boolean alike = before.said().countsAlike(said);
        Row row = new Row(before.id(), before.id(), district(), said, before.state(), Asked.by(said, ground.kinds()),
                (Words.of(said, ground) + " " + lives.minutesText(before.id())).strip(), ids.next());
        store.change(row, before.version(), alike ? before.entry().answerFrom() : ground.today());
        follow.changed(actor, before.id());
        Moved.Spot from = Moved.Spot.of(before.said());
        if (before.state() == State.PLANNED && !from.equals(Moved.Spot.of(said))) {
            news.moved(actor, before.saying(said), ground, from, "");
        }
        step(actor, before.id(), alike ? Step.What.AMENDED : Step.What.CHANGED, null, "");
        List<Effect> effects = alike ? List.of() : recounting.again(actor, before.id());
        journal.write(actor, "OccasionChanged", "occasion", before.id(), Map.of("version", before.version() + 1));
        return new Outcome.Done(before.id(), effects);
    }

    /**
     * Who came is known from a list of those who signed in: its numbers stand in the place of what was typed for the schools it
     * names. Where nobody came, what was typed stays. Inside the transaction of a caller who has asked whether this may be.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void turnout(Actor by, UUID id, Map<UUID, Integer> people) {
        Occasion before = readings.lock(id).orElseThrow();
        boolean lives = before.state() == State.PLANNED || before.state() == State.HELD;
        Map<UUID, Integer> present = new LinkedHashMap<>(before.said().participants());
        people.forEach((school, number) -> present.merge(school, number, (_, counted) -> counted));
        present.values().removeIf(number -> number == 0);
        if (lives && !present.isEmpty() && !present.equals(before.said().participants())) {
            rewrite(by, before, before.said().attended(present), grounds.now());
        }
    }

    /** 办完了: what was planned was held. */
    @Transactional
    public Outcome held(Actor actor, UUID id, int version) {
        return move(actor, id, version, new Move(State.HELD, Step.What.HELD, "OccasionHeld", ""), before -> {
            if (before.state() != State.PLANNED) {
                return new Outcome.No("activity.refused.held");
            }
            return before.said().date().isAfter(clock.today())
                    ? new Outcome.No("activity.refused.early", before.said().date())
                    : null;
        });
    }

    /** What was planned is not held after all. */
    @Transactional
    public Outcome cancel(Actor actor, UUID id, int version, String typed) {
        String reason = Typed.line(typed);
        return move(actor, id, version, new Move(State.CANCELLED, Step.What.CANCELLED, "OccasionCancelled", reason),
                before -> before.state() != State.PLANNED ? new Outcome.No("activity.refused.cancel") : reason(reason));
    }

    /** Takes an entry back: with a reason, or by its recorder within ten minutes without one. */
    @Transactional
    public Outcome withdraw(Actor actor, UUID id, int version, String typed) {
        String reason = Typed.line(typed);
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Occasion before = readings.lock(id).filter(occasion -> rights.mayRead(occasion.said())).orElse(null);
        if (before == null) {
            return new Outcome.Absent();
        }
        boolean undo = undoable(actor, before, clock.now());
        boolean disowned = disownable(rights, before, ground.today());
        if (before.state() == State.WITHDRAWN || !(undo || disowned || rights.mayChange(before))) {
            return new Outcome.No("activity.refused.withdraw");
        }
        Outcome missing = disowned || (undo && reason.isEmpty()) ? null : reason(reason);
        if (missing != null) {
            return missing;
        }
        return settle(actor, before, version, ground, new Move(State.WITHDRAWN,
                undo && reason.isEmpty() ? Step.What.UNDONE : Step.What.WITHDRAWN, "OccasionWithdrawn", reason,
                disowned && !undo));
    }

    /** Whether the actor may still take it back without a reason. */
    static boolean undoable(Actor actor, Occasion occasion, Instant now) {
        return occasion.entry().recorder().equals(actor.accountId())
                && !now.isAfter(occasion.entry().at().plus(UNDO)) && occasion.state() != State.WITHDRAWN;
    }

    /** Whether the school for which somebody else entered it may still take it back. */
    static boolean disownable(Rights rights, Occasion occasion, LocalDate today) {
        Behalf behalf = occasion.behalf();
        return behalf != null && rights.officeOf().contains(behalf.school()) && occasion.state() != State.WITHDRAWN
                && !today.isAfter(occasion.entry().on().plusDays(7));
    }

    private static @Nullable Outcome reason(String reason) {
        if (reason.isEmpty()) {
            return Outcome.Bad.field("reason", "activity.error.reason.missing");
        }
        return reason.codePointCount(0, reason.length()) > LONGEST_REASON
                ? Outcome.Bad.field("reason", "activity.error.text.long", LONGEST_REASON,
                        reason.codePointCount(0, reason.length()))
                : null;
    }

    /**
     * A step to another state.
     *
     * @param disowned taken back by the school for which somebody else had entered it
     */
    private record Move(State to, Step.What what, String action, String words, boolean disowned) {

        Move(State to, Step.What what, String action, String words) {
            this(to, what, action, words, false);
        }
    }

    /** Says why a move is not possible, or null. */
    @FunctionalInterface
    private interface Objection {
        @Nullable
        Outcome to(Occasion before);
    }

    private Outcome move(Actor actor, UUID id, int version, Move move, Objection objection) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Occasion before = readings.lock(id).filter(occasion -> rights.mayRead(occasion.said())).orElse(null);
        if (before == null) {
            return new Outcome.Absent();
        }
        Outcome no = rights.mayChange(before) ? objection.to(before) : new Outcome.No("activity.refused.change");
        return no != null ? no : settle(actor, before, version, ground, move);
    }

    private Outcome settle(Actor actor, Occasion before, int version, Ground ground, Move move) {
        if (before.version() != version) {
            return new Outcome.Stale(before);
        }
        LocalDate answerFrom = move.to() == State.HELD ? clock.today() : before.entry().answerFrom();
        store.move(before.id(), version, move.to(), before.disputed() ? "DISPUTED" : "UNDISPUTED", answerFrom);
        follow.changed(actor, before.id());
        if (move.to() == State.WITHDRAWN || move.to() == State.CANCELLED) {
            boolean pasted = store.forgetPaste(before.id());
            if (move.to() == State.WITHDRAWN) {
                bin.put(actor, List.of(bin.thing(before, ground, move.disowned(), pasted)));
            }
            if (before.state() == State.PLANNED) {
                news.calledOff(actor, before, ground, move.words());
            }
        }
        step(actor, before.id(), move.what(), null, move.words());
        List<Effect> effects = recounting.again(actor, before.id());
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("reason", move.words());
        journal.write(actor, move.action(), "occasion", before.id(), payload);
        return new Outcome.Done(before.id(), effects);
    }

    /** Two entries of different sides turn out to be the same thing. */
    @Transactional
    public Outcome join(Actor actor, UUID id, UUID other) {
        Rights rights = new Rights(actor, grounds.now());
        Occasion later = readings.lock(id).filter(occasion -> rights.mayRead(occasion.said())).orElse(null);
        Occasion first = readings.lock(other).filter(occasion -> rights.mayRead(occasion.said())).orElse(null);
        if (later == null || first == null || id.equals(other)) {
            return new Outcome.Absent();
        }
        boolean alike = readings.same(later.said(), id).stream().anyMatch(found -> found.id().equals(other));
        if (!rights.mayChange(later) || !alike || later.joinedInto() != null) {
            return new Outcome.No("activity.refused.join");
        }
        bind(actor, later, first);
        List<Effect> effects = recounting.again(actor, id);
        journal.write(actor, "OccasionJoined", "occasion", id, Map.of("into", other.toString()));
        return new Outcome.Done(id, effects);
    }

    /** It was not the same after all. */
    @Transactional
    public Outcome part(Actor actor, UUID id) {
        Rights rights = new Rights(actor, grounds.now());
        Occasion entry = readings.lock(id).filter(occasion -> rights.mayRead(occasion.said())).orElse(null);
        UUID into = entry == null ? null : entry.joinedInto();
        if (entry == null || into == null) {
            return new Outcome.Absent();
        }
        if (!rights.mayChange(entry)) {
            return new Outcome.No("activity.refused.change");
        }
        store.part(id);
        step(actor, into, Step.What.PARTED, entry.said().school(), "");
        recounting.again(actor, into);
        List<Effect> effects = recounting.again(actor, id);
        journal.write(actor, "OccasionParted", "occasion", id, Map.of("from", into.toString()));
        return new Outcome.Done(id, effects);
    }

    private void step(Actor actor, UUID occasion, Step.What what, @Nullable UUID school, String words) {
        store.step(district(), ids.next(), occasion, new Step(what, school, words, actor.accountId(), actor.name(),
                clock.today(), clock.now()));
    }

    private static String district() {
        return Scope.required().code();
    }
}
