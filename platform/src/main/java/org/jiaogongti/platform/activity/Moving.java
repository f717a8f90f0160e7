package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Moved.Spot;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.Site;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.model.Asked;
import org.jiaogongti.platform.activity.model.EntryReading;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Guests;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.model.Typed;
import org.jiaogongti.platform.activity.model.Words;
import org.jiaogongti.platform.activity.store.LifeStore;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 改期: a planned occasion goes to another day or place, and everybody can read why. */
@Service
public class Moving {

    private static final int LONGEST_REASON = 200;

    private final LifeStore store;
    private final OccasionStore occasions;
    private final OccasionReadings readings;
    private final Recounting recounting;
    private final DistrictGround grounds;
    private final Follow follow;
    private final OccasionNews news;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;

    Moving(LifeStore store, OccasionStore occasions, OccasionReadings readings, Recounting recounting,
            DistrictGround grounds, Follow follow, OccasionNews news, Journal journal, BusinessClock clock, Ids ids) {
        this.store = store;
        this.occasions = occasions;
        this.readings = readings;
        this.recounting = recounting;
        this.grounds = grounds;
        this.follow = follow;
        this.news = news;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Where to and why, as typed.
     *
     * @param host a school's id and, after a slash, the name of its campus; empty where no school is named
     */
    public record MovingEntry(String date, String part, String host, String reason) {

        /** With the present day and place, and no reason yet. */
        public static MovingEntry of(Said said) {
            UUID host = said.host();
            return new MovingEntry(said.date().toString(), said.dayPart(), host == null
                    ? ""
                    : OccasionEntry.host(host.toString(), said.site() == null ? "" : said.site().name()), "");
        }
    }

    /** Whether somebody may move it: those who may change what is still to come. */
    static boolean mayMove(Rights rights, Occasion occasion) {
        return occasion.state() == State.PLANNED && rights.mayChange(occasion);
    }

    /** Its people on the list stay there; its filing, if it has one, learns of the day. */
    @Transactional
    public Outcome move(Actor actor, UUID id, int version, MovingEntry entry) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Occasion before = readings.lock(id).filter(found -> rights.mayRead(found.said())).orElse(null);
        if (before == null) {
            return new Outcome.Absent();
        }
        if (!mayMove(rights, before)) {
            return new Outcome.No("occasion.refused.move");
        }
        List<FieldError> errors = new ArrayList<>();
        Said after = read(before.said(), entry, ground, errors);
        String reason = Typed.line(entry.reason());
        int length = reason.codePointCount(0, reason.length());
        if (reason.isEmpty()) {
            errors.add(new FieldError("reason", "occasion.error.moving.reason"));
        } else if (length > LONGEST_REASON) {
            errors.add(new FieldError("reason", "activity.error.text.long", LONGEST_REASON, length));
        }
        if (errors.isEmpty() && Spot.of(before.said()).equals(Spot.of(after))) {
            errors.add(new FieldError("date", "occasion.error.moving.same"));
        }
        if (!errors.isEmpty()) {
            return new Outcome.Bad(errors);
        }
        return before.version() == version
                ? move(actor, before, after, reason, ground)
                : new Outcome.Stale(before);
    }

    private Outcome move(Actor actor, Occasion before, Said after, String reason, Ground ground) {
        UUID id = before.id();
        String district = Scope.required().code();
        occasions.change(new OccasionStore.Row(id, id, district, after, before.state(),
                Asked.by(after, ground.kinds()), Words.of(after, ground), ids.next()), before.version(),
                ground.today());
        UUID step = ids.next();
        occasions.step(district, step, id, new Step(Step.What.MOVED, null, reason, actor.accountId(), actor.name(),
                clock.today(), clock.now()));
        store.move(step, id, Spot.of(before.said()), Spot.of(after));
        follow.changed(actor, id);
        news.moved(actor, before.saying(after), ground, Spot.of(before.said()), reason);
        List<Effect> effects = recounting.again(actor, id);
        journal.write(actor, "OccasionMoved", "occasion", id, Map.of("from", before.said().date().toString(), "to",
                after.date().toString(), "reason", reason));
        return new Outcome.Done(id, effects);
    }

    private static Said read(Said said, MovingEntry entry, Ground ground, List<FieldError> errors) {
        LocalDate day = Typed.date(entry.date(), said.date()).orElse(null);
        if (day == null || day.isBefore(ground.today()) || day.isAfter(ground.lastDay())) {
            errors.add(new FieldError("date", "occasion.error.moving.date", ground.today(), ground.lastDay()));
            day = said.date();
        }
        if (!entry.part().isEmpty() && !EntryReading.DAY_PARTS.contains(entry.part())) {
            errors.add(new FieldError("part", "occasion.error.moving.part"));
        }
        UUID host = host(said, entry.host(), ground);
        if (host == null && (said.host() != null || !entry.host().isEmpty())) {
            errors.add(new FieldError("host", "occasion.error.moving.host"));
        }
        Site site = host == null ? null : site(host, entry.host(), day, ground);
        if (site == null && !OccasionEntry.campus(entry.host()).isEmpty()) {
            errors.add(new FieldError("host", "occasion.error.moving.host"));
        }
        return said.moved(day, entry.part(), host, site);
    }

    /** The schools to choose from: those that take part, and those of its communities. */
    static Set<UUID> hosts(Said said, Ground ground) {
        return new LinkedHashSet<>(Guests.schools(said, ground));
    }

    private static @Nullable UUID host(Said said, String typed, Ground ground) {
        String school = OccasionEntry.school(typed);
        return hosts(said, ground).stream().filter(each -> each.toString().equals(school)).findFirst().orElse(null);
    }

    private static @Nullable Site site(UUID host, String typed, LocalDate day, Ground ground) {
        String campus = OccasionEntry.campus(typed);
        return ground.campusesOf(host, day).stream().filter(each -> each.name().equals(campus)).findFirst()
                .map(ground::site).orElse(null);
    }
}
