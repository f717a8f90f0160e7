package org.jiaogongti.platform.activity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.model.Typed;
import org.jiaogongti.platform.activity.model.Words;
import org.jiaogongti.platform.activity.store.LifeStore;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 会议记录、活动纪要: what came of an occasion, in words. They count for nothing by themselves and are no condition of anything. */
@Service
public class Minutes {

    private static final int LONGEST = 5000;
    private static final int LONGEST_CORRECTION = 200;

    private final LifeStore store;
    private final OccasionStore occasions;
    private final OccasionReadings readings;
    private final DistrictGround grounds;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;

    Minutes(LifeStore store, OccasionStore occasions, OccasionReadings readings, DistrictGround grounds,
            Journal journal, BusinessClock clock, Ids ids) {
        this.store = store;
        this.occasions = occasions;
        this.readings = readings;
        this.grounds = grounds;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whether somebody may write them: those who prepared it, once it was held. */
    static boolean mayWrite(Rights rights, Occasion occasion) {
        return occasion.state() == State.HELD && rights.mayHost(occasion);
    }

    /** Whether they were closed: from then on another text is a correction and says what was wrong. */
    static boolean closed(List<Step> steps) {
        return steps.stream().anyMatch(step -> step.what() == Step.What.CLOSED);
    }

    /** As typed, without what cannot be seen; paragraphs stay. */
    private static String text(String typed) {
        return typed.lines().map(Typed::line).collect(Collectors.joining("\n")).strip();
    }

    /** The latest text of each of some occasions that has minutes; whoever asks has looked at the right to them. */
    @Transactional(readOnly = true)
    public Map<UUID, String> latest(Collection<UUID> occasions) {
        return occasions.isEmpty() ? Map.of() : store.minutesTexts(occasions);
    }

    /**
     * Another text on top of the one that was read; where somebody else wrote meanwhile, nothing is saved.
     *
     * @param base number of the text that was read, 0 for none
     * @param corrected what was wrong, needed after closing
     */
    @Transactional
    public Outcome write(Actor actor, UUID id, int base, String typed, String corrected) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Occasion occasion = readings.lock(id).filter(found -> rights.mayRead(found.said())).orElse(null);
        if (occasion == null) {
            return new Outcome.Absent();
        }
        if (!mayWrite(rights, occasion)) {
            return new Outcome.No("occasion.refused.minutes");
        }
        String text = text(typed);
        boolean closed = closed(readings.steps(List.of(id)).getOrDefault(id, List.of()));
        String correction = closed ? Typed.line(corrected) : "";
        if (text.isEmpty() || length(text) > LONGEST) {
            return text.isEmpty()
                    ? Outcome.Bad.field("text", "occasion.error.minutes.missing")
                    : Outcome.Bad.field("text", "activity.error.text.long", LONGEST, length(text));
        }
        List<Minute> before = store.minutes(id);
        if (!before.isEmpty() && before.getLast().text().equals(text)) {
            return new Outcome.Already(id);
        }
        if (closed && (correction.isEmpty() || length(correction) > LONGEST_CORRECTION)) {
            return correction.isEmpty()
                    ? Outcome.Bad.field("correction", "occasion.error.minutes.correction")
                    : Outcome.Bad.field("correction", "activity.error.text.long", LONGEST_CORRECTION,
                            length(correction));
        }
        if (before.size() != base) {
            return new Outcome.Stale(occasion);
        }
        store.write(id, new Minute(base + 1, text, correction, actor.accountId(), actor.name(), clock.today(),
                clock.now()));
        store.find(Scope.required().code(), id, occasion.said(), Words.of(occasion.said(), ground) + " " + text);
        step(actor, id, Step.What.MINUTED, correction);
        journal.write(actor, "MinutesWritten", "occasion", id, Map.of("number", base + 1));
        return new Outcome.Done(id, List.of());
    }

    /** 定稿: from now on a change is a correction. */
    @Transactional
    public Outcome close(Actor actor, UUID id) {
        Rights rights = new Rights(actor, grounds.now());
        Occasion occasion = readings.lock(id).filter(found -> rights.mayRead(found.said())).orElse(null);
        if (occasion == null) {
            return new Outcome.Absent();
        }
        if (!mayWrite(rights, occasion) || store.minutes(id).isEmpty()) {
            return new Outcome.No("occasion.refused.minutes");
        }
        if (closed(readings.steps(List.of(id)).getOrDefault(id, List.of()))) {
            return new Outcome.Already(id);
        }
        step(actor, id, Step.What.CLOSED, "");
        journal.write(actor, "MinutesClosed", "occasion", id, Map.of());
        return new Outcome.Done(id, List.of());
    }

    private void step(Actor actor, UUID id, Step.What what, String words) {
        occasions.step(Scope.required().code(), ids.next(), id, new Step(what, null, words, actor.accountId(),
                actor.name(), clock.today(), clock.now()));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
