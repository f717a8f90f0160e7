package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Occasion.Behalf;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.model.Binning;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Pasted;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.store.BinnedOccasions;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.bin.Deletable;
import org.jiaogongti.platform.bin.Deleted;
import org.jiaogongti.platform.bin.Deleted.Thing;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.bin.Restored;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Occasions that their own side took back: into the bin, back with all that hung on them, or gone for good. */
@Component
class OccasionBin implements Deletable {

    static final String KIND = "occasion";

    private final Rows rows;
    private final Recounting recounting;
    private final DistrictGround grounds;
    private final OccasionNews news;
    private final Follow follow;
    private final Deletions deletions;
    private final BusinessClock clock;
    private final Ids ids;

    OccasionBin(Rows rows, Recounting recounting, DistrictGround grounds, OccasionNews news, Follow follow,
            Deletions deletions, BusinessClock clock, Ids ids) {
        this.rows = rows;
        this.recounting = recounting;
        this.grounds = grounds;
        this.news = news;
        this.follow = follow;
        this.deletions = deletions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Where occasions are. */
    @Component
    record Rows(OccasionStore store, OccasionReadings readings, BinnedOccasions binned) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String path(Deleted deleted) {
        return "/activities/" + deleted.thing().id();
    }

    /**
     * What the bin is told of an occasion, before its duties are counted without it.
     *
     * @param before as it stood
     * @param pasted whether it came from a table
     */
    Thing thing(Occasion before, Ground ground, boolean disowned, boolean pasted) {
        List<UUID> joined = rows.readings().joinedTo(before.id()).stream().filter(OccasionBin::lives)
                .map(Occasion::id).toList();
        OccasionBrief brief = OccasionBriefs.brief(before, ground);
        return new Thing(KIND, before.id(), before.id(), before.said().school(), brief.title() + " · " + brief.where(),
                before.said().date(), new Binning(before.state(), disowned, pasted, joined).text());
    }

    /** Already withdrawn; under the journal's line of whoever withdrew them. */
    void put(Actor actor, Collection<Thing> things) {
        put(actor, things, clock.today(), clock.now());
    }

    /** The same on a day that has passed. */
    void put(Actor actor, Collection<Thing> things, LocalDate on, Instant at) {
        if (!things.isEmpty()) {
            rows.binned().mark(things.stream().map(Thing::id).toList(), true);
            deletions.put(actor, things, on, at);
        }
    }

    /** It lives again by a decision of the bureau. */
    void taken(UUID occasion) {
        deletions.forget(KIND, List.of(occasion));
    }

    @Override
    public Restored restore(Actor actor, Deleted deleted) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Occasion occasion = rows.readings().lock(deleted.thing().id())
                .filter(found -> rights.mayRead(found.said()) && found.state() == State.WITHDRAWN).orElse(null);
        if (occasion == null) {
            return new Restored.Absent();
        }
        Binning was = Binning.of(deleted.thing().before());
        Restored no = against(actor, deleted, occasion, was, rights);
        return no == null ? bringBack(actor, occasion, was, ground) : no;
    }

    private @Nullable Restored against(Actor actor, Deleted deleted, Occasion occasion, Binning was, Rights rights) {
        Behalf behalf = occasion.behalf();
        Said said = occasion.said();
        if (was.disowned() && behalf != null && !rights.officeOf().contains(behalf.school())) {
            return new Restored.No("activity.restore.disowned");
        }
        if (!rights.mayChange(occasion) && !deleted.by().equals(actor.accountId())) {
            return new Restored.No("activity.restore.foreign");
        }
        if (rights.ground().school(said.school()).isEmpty()) {
            return new Restored.No("activity.restore.school");
        }
        String key = Pasted.naturalKey(said);
        return rows.readings().ofDay(said.school(), List.of(said.date())).stream()
                .anyMatch(other -> Pasted.naturalKey(other.said()).equals(key))
                        ? new Restored.No("activity.restore.again", said.date())
                        : null;
    }

    private Restored bringBack(Actor actor, Occasion occasion, Binning was, Ground ground) {
        UUID id = occasion.id();
        rows.store().move(id, occasion.version(), was.state(), occasion.disputed() ? "DISPUTED" : "UNDISPUTED",
                occasion.entry().answerFrom());
        if (was.pasted()) {
            rows.store().note(district(), Pasted.naturalKey(occasion.said()), id);
        }
        follow.changed(actor, id);
        rows.store().step(district(), ids.next(), id, new Step(Step.What.RESTORED, null, "", actor.accountId(),
                actor.name(), clock.today(), clock.now()));
        if (was.state() == State.PLANNED) {
            news.onAgain(actor, occasion, ground);
        }
        List<Occasion> others = rows.readings().all(was.joined()).stream().filter(OccasionBin::lives)
                .filter(other -> other.joinedInto() == null || was.joined().contains(other.joinedInto())).toList();
        for (Occasion other : others) {
            rows.store().part(other.id());
            rows.store().join(district(), other.id(), id, actor.accountId(), clock.now());
        }
        // The first of them counted for all meanwhile; from now on it counts with this one.
        others.forEach(other -> recounting.again(actor, other.id()));
        recounting.again(actor, id);
        return new Restored.Done("/activities/" + id);
    }

    @Override
    public void keep(Collection<UUID> things) {
        rows.binned().mark(things, false);
    }

    @Override
    public Map<String, Integer> erase(Collection<UUID> things) {
        Map<String, Integer> gone = rows.binned().erase(things);
        gone.putAll(recounting.erase(things));
        gone.put("reminder.reminder", news.erase(things));
        return gone;
    }

    private static boolean lives(Occasion occasion) {
        return occasion.state() == State.PLANNED || occasion.state() == State.HELD;
    }

    private static String district() {
        return Scope.required().code();
    }
}
