package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.Step.What;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.model.Typed;
import org.jiaogongti.platform.activity.model.Verdict;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the other school says to an entry, and what the bureau decides where they do not agree. */
@Service
public class Answers {

    private static final int LONGEST_WORD = 200;

    private final OccasionStore store;
    private final OccasionReadings readings;
    private final Recounting recounting;
    private final OccasionBin bin;
    private final DistrictGround grounds;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;

    Answers(OccasionStore store, OccasionReadings readings, Recounting recounting, OccasionBin bin,
            DistrictGround grounds, Journal journal, BusinessClock clock, Ids ids) {
        this.store = store;
        this.readings = readings;
        this.recounting = recounting;
        this.bin = bin;
        this.grounds = grounds;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * 来过 or 不对.
     *
     * @param version the version the school looked at; another one asks to look again
     * @param answer {@link What#CAME} or {@link What#NOT_SO}
     */
    @Transactional
    public Outcome answer(Actor actor, UUID id, UUID school, int version, What answer, String typed) {
        Rights rights = new Rights(actor, grounds.now());
        Occasion occasion = readings.lock(id).filter(found -> rights.mayRead(found.said())).orElse(null);
        if (occasion == null || !rights.officeOf().contains(school) || !occasion.asked().contains(school)) {
            return new Outcome.Absent();
        }
        if (occasion.version() != version) {
            return new Outcome.Stale(occasion);
        }
        Verdict before = verdict(id);
        if (before.answers().get(school) == answer) {
            return new Outcome.Already(id);
        }
        if (!before.allows(occasion, school, answer, clock.today())) {
            return new Outcome.No("activity.refused.answer", occasion.entry().answerBy());
        }
        return say(actor, occasion, new Word(answer, school, "OccasionAnswered"), typed);
    }

    /** The bureau says whether it counts; never about an entry of one's own. */
    @Transactional
    public Outcome decide(Actor actor, UUID id, int version, boolean stands, String typed) {
        Rights rights = new Rights(actor, grounds.now());
        Occasion occasion = readings.lock(id).filter(found -> rights.decides()).orElse(null);
        if (occasion == null) {
            return new Outcome.Absent();
        }
        if (!rights.mayDecide(occasion)) {
            return new Outcome.No("activity.refused.own");
        }
        if (occasion.version() != version) {
            return new Outcome.Stale(occasion);
        }
        if (!occasion.disputed()) {
            return new Outcome.No("activity.refused.settled");
        }
        return say(actor, occasion, new Word(stands ? What.STANDS : What.FALLS, null, "OccasionDecided"), typed);
    }

    /** After seven days of silence, or after a decision, only the bureau can take it up again. */
    @Transactional
    public Outcome reopen(Actor actor, UUID id, int version, String typed) {
        Rights rights = new Rights(actor, grounds.now());
        Occasion occasion = readings.lock(id).filter(found -> rights.decides()).orElse(null);
        if (occasion == null) {
            return new Outcome.Absent();
        }
        if (occasion.version() != version) {
            return new Outcome.Stale(occasion);
        }
        boolean fallen = occasion.state() == State.WITHDRAWN && verdict(id).decided();
        if (occasion.disputed() || (occasion.state() != State.HELD && !fallen)) {
            return new Outcome.No("activity.refused.reopen");
        }
        return say(actor, occasion, new Word(What.REOPENED, null, "OccasionReopened"), typed);
    }

    /**
     * Something said about an occasion.
     *
     * @param action for the journal
     */
    private record Word(What what, @Nullable UUID school, String action) {

        /** A school's tap needs no word, the bureau gives a reason. */
        boolean needsReason() {
            return school == null;
        }
    }

    private Outcome say(Actor actor, Occasion occasion, Word word, String typed) {
        String words = Typed.line(typed);
        if (word.needsReason() && words.isEmpty()) {
            return Outcome.Bad.field("reason", "activity.error.reason.missing");
        }
        if (words.codePointCount(0, words.length()) > LONGEST_WORD) {
            return Outcome.Bad.field("reason", "activity.error.text.long", LONGEST_WORD,
                    words.codePointCount(0, words.length()));
        }
        store.step(Scope.required().code(), ids.next(), occasion.id(), new Step(word.what(), word.school(), words,
                actor.accountId(), actor.name(), clock.today(), clock.now()));
        boolean disputed = verdict(occasion.id()).disputed();
        List<Effect> effects = stand(actor, occasion, word.what(), disputed);
        journal.write(actor, word.action(), "occasion", occasion.id(),
                Map.of("what", word.what().name(), "words", words));
        return new Outcome.Done(occasion.id(), effects);
    }

    /** Counts again where the answer changed whether it counts. */
    private List<Effect> stand(Actor actor, Occasion occasion, What what, boolean disputed) {
        State state = what == What.FALLS ? State.WITHDRAWN : what == What.REOPENED ? State.HELD : occasion.state();
        if (state != occasion.state()) {
            store.move(occasion.id(), occasion.version(), state, standing(disputed), occasion.entry().answerFrom());
            if (state == State.HELD) {
                bin.taken(occasion.id());
            }
        } else if (disputed != occasion.disputed()) {
            store.stand(occasion.id(), standing(disputed));
        } else {
            return List.of();
        }
        return recounting.again(actor, occasion.id());
    }

    private static String standing(boolean disputed) {
        return disputed ? "DISPUTED" : "UNDISPUTED";
    }

    private Verdict verdict(UUID id) {
        return Verdict.of(readings.steps(List.of(id)).getOrDefault(id, List.of()));
    }
}
