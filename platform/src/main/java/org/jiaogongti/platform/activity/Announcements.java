package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Announcement.Audience;
import org.jiaogongti.platform.activity.Announcement.Entry;
import org.jiaogongti.platform.activity.Announcement.What;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.OccasionNews.Waiting;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.model.Typed;
import org.jiaogongti.platform.activity.store.InviteeStore;
import org.jiaogongti.platform.activity.store.LifeStore;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 公布: tells those whom a planned occasion concerns, and takes that back. */
@Service
public class Announcements {

    /** What communities open to each other (三(二)2): offered as open, the host decides. */
    private static final Set<String> OPENED = Set.of("open-lesson", "demonstration-lesson", "research-activity");
    private static final int MOST_PLACES = 2000;
    private static final int LONGEST = 400;
    private static final int LONGEST_REASON = 200;

    private final LifeStore store;
    private final InviteeStore invitees;
    private final OccasionStore occasions;
    private final OccasionReadings readings;
    private final DistrictGround grounds;
    private final Follow follow;
    private final OccasionNews news;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;

    Announcements(LifeStore store, InviteeStore invitees, OccasionStore occasions, OccasionReadings readings,
            DistrictGround grounds, Follow follow, OccasionNews news, Journal journal, BusinessClock clock,
            Ids ids) {
        this.news = news;
        this.store = store;
        this.invitees = invitees;
        this.occasions = occasions;
        this.readings = readings;
        this.grounds = grounds;
        this.follow = follow;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    /** What the form is filled with: the terms that hold or held, else what is usual for the kind. */
    static AnnouncementEntry usual(Occasion occasion, @Nullable Announcement before) {
        if (before != null) {
            Integer places = before.places();
            return new AnnouncementEntry(before.entry().name(), before.audience().name(),
                    places == null ? "" : places.toString(), before.until().toString(),
                    before.holds() ? before.words() : "");
        }
        boolean open = occasion.said().parts().stream().anyMatch(part -> OPENED.contains(part.kind()));
        return new AnnouncementEntry(open ? Entry.OPEN.name() : Entry.INVITED.name(), Audience.COMMUNITY.name(), "",
                occasion.said().date().toString(), "");
    }

    /** Announces it, or announces it anew on other terms. */
    @Transactional
    public Outcome announce(Actor actor, UUID id, int version, AnnouncementEntry entry) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Occasion occasion = readings.lock(id).filter(found -> rights.mayRead(found.said())).orElse(null);
        Outcome no = refusal(rights, occasion, version);
        if (no != null || occasion == null) {
            return no == null ? new Outcome.Absent() : no;
        }
        Announcement before = store.announcements(List.of(id)).get(id);
        List<FieldError> errors = new ArrayList<>();
        Announcement after = read(actor, occasion, entry, before == null ? 1 : before.number() + 1, errors);
        if (!errors.isEmpty()) {
            return new Outcome.Bad(errors);
        }
        List<InviteeStore.Row> listed = before == null ? List.of() : invitees.of(List.of(id));
        news.movedUp(actor, occasion, ground, Waiting.of(listed, before), Waiting.of(listed, after));
        return put(actor, occasion, after, Step.What.ANNOUNCED, "OccasionAnnounced");
    }

    private static @Nullable Outcome refusal(Rights rights, @Nullable Occasion occasion, int version) {
        if (occasion == null) {
            return new Outcome.Absent();
        }
        if (!rights.mayHost(occasion)) {
            return new Outcome.No("occasion.refused.announce");
        }
        if (occasion.state() != State.PLANNED) {
            return new Outcome.No("occasion.refused.past");
        }
        return occasion.version() == version ? null : new Outcome.Stale(occasion);
    }

    private Announcement read(Actor actor, Occasion occasion, AnnouncementEntry entry, int number,
            List<FieldError> errors) {
        Entry who = entry.entry().equals(Entry.INVITED.name()) ? Entry.INVITED : Entry.OPEN;
        Audience audience = entry.audience().equals(Audience.SUBJECT.name()) ? Audience.SUBJECT : Audience.COMMUNITY;
        if (audience == Audience.SUBJECT && occasion.said().subject() == null) {
            errors.add(new FieldError("audience", "occasion.error.audience"));
        }
        String words = Typed.line(entry.words());
        if (length(words) > LONGEST) {
            errors.add(new FieldError("words", "activity.error.text.long", LONGEST, length(words)));
        }
        return new Announcement(number, What.ANNOUNCED, who, audience,
                who == Entry.INVITED ? null : places(occasion, entry.places(), errors),
                until(occasion, entry.until(), errors), words, actor.accountId(), actor.name(), clock.today(),
                clock.now());
    }

    private @Nullable Integer places(Occasion occasion, String typed, List<FieldError> errors) {
        String text = Typed.plain(typed);
        if (text.isEmpty()) {
            return null;
        }
        OptionalInt number = Typed.whole(text);
        if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > MOST_PLACES) {
            errors.add(new FieldError("places", "occasion.error.places", MOST_PLACES));
            return null;
        }
        long given = invitees.of(List.of(occasion.id())).stream().filter(row -> row.way() == Way.SIGNED_UP).count();
        Announcement before = store.announcements(List.of(occasion.id())).get(occasion.id());
        Integer held = before == null ? null : before.places();
        long placed = held == null ? given : Math.min(given, held);
        if (number.getAsInt() < placed) {
            errors.add(new FieldError("places", "occasion.error.places.given", placed));
        }
        return number.getAsInt();
    }

    private LocalDate until(Occasion occasion, String typed, List<FieldError> errors) {
        LocalDate day = occasion.said().date();
        if (Typed.plain(typed).isEmpty()) {
            return day;
        }
        LocalDate until = Typed.date(typed, day).orElse(null);
        if (until == null || until.isAfter(day) || until.isBefore(clock.today())) {
            errors.add(new FieldError("until", "occasion.error.until", clock.today(), day));
            return day;
        }
        return until;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What was announced is taken back; who is on the list stays there. */
    @Transactional
    public Outcome takeBack(Actor actor, UUID id, int version, String typed) {
        Rights rights = new Rights(actor, grounds.now());
        Occasion occasion = readings.lock(id).filter(found -> rights.mayRead(found.said())).orElse(null);
        Outcome no = refusal(rights, occasion, version);
        if (no != null || occasion == null) {
            return no == null ? new Outcome.Absent() : no;
        }
        Announcement before = store.announcements(List.of(id)).get(id);
        if (before == null || !before.holds()) {
            return new Outcome.No("occasion.refused.unannounced");
        }
        String reason = Typed.line(typed);
        if (reason.isEmpty() || length(reason) > LONGEST_REASON) {
            return reason.isEmpty()
                    ? Outcome.Bad.field("reason", "activity.error.reason.missing")
                    : Outcome.Bad.field("reason", "activity.error.text.long", LONGEST_REASON, length(reason));
        }
        return put(actor, occasion, new Announcement(before.number() + 1, What.TAKEN_BACK, before.entry(),
                before.audience(), before.places(), before.until(), reason, actor.accountId(), actor.name(),
                clock.today(), clock.now()), Step.What.UNANNOUNCED, "AnnouncementTakenBack");
    }

    private Outcome put(Actor actor, Occasion occasion, Announcement announcement, Step.What what, String action) {
        store.announce(occasion.id(), announcement);
        occasions.step(Scope.required().code(), ids.next(), occasion.id(), new Step(what, null,
                announcement.words(), actor.accountId(), actor.name(), clock.today(), clock.now()));
        follow.changed(actor, occasion.id());
        Map<String, Object> payload = new HashMap<>();
        payload.put("entry", announcement.entry().name());
        payload.put("audience", announcement.audience().name());
        payload.put("words", announcement.words());
        Integer places = announcement.places();
        if (places != null) {
            payload.put("places", places);
        }
        journal.write(actor, action, "occasion", occasion.id(), payload);
        return new Outcome.Done(occasion.id(), List.of());
    }
}
