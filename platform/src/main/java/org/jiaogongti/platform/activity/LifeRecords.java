package org.jiaogongti.platform.activity;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.OccasionLife.Can;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.LifeLine;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.store.LifeStore;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking at what became of an occasion. Every method makes a fixed number of selects. */
@Service
@Transactional(readOnly = true)
public class LifeRecords {

    private final LifeStore store;
    private final OccasionReadings readings;
    private final Invitees invitees;
    private final SignUps signUps;
    private final DistrictGround grounds;

    LifeRecords(LifeStore store, OccasionReadings readings, Invitees invitees, SignUps signUps,
            DistrictGround grounds) {
        this.store = store;
        this.readings = readings;
        this.invitees = invitees;
        this.signUps = signUps;
        this.grounds = grounds;
    }

    /** For the page of an occasion that somebody may read. */
    public OccasionLife of(Actor actor, OccasionSheet sheet) {
        Occasion occasion = sheet.occasion();
        Rights rights = new Rights(actor, sheet.ground());
        SignUps.Offer offer = signUps.offer(actor, occasion, sheet.ground());
        List<Minute> minutes = store.minutes(occasion.id());
        return new OccasionLife(LifeLine.of(occasion, sheet.steps(), sheet.counts().moved().size()), offer,
                invitees.of(occasion.id()), store.moves(List.of(occasion.id())), minutes,
                can(rights, sheet, offer.announcement(), !minutes.isEmpty()));
    }

    private static Set<Can> can(Rights rights, OccasionSheet sheet, @Nullable Announcement announcement,
            boolean written) {
        Occasion occasion = sheet.occasion();
        Set<Can> can = EnumSet.noneOf(Can.class);
        if (Invitees.mayInvite(rights, occasion)) {
            can.add(Can.INVITE);
            can.add(Can.ANNOUNCE);
            if (announcement != null && announcement.holds()) {
                can.add(Can.TAKE_BACK);
            }
        }
        if (Moving.mayMove(rights, occasion)) {
            can.add(Can.MOVE);
        }
        if (Minutes.mayWrite(rights, occasion)) {
            boolean closed = Minutes.closed(sheet.steps());
            can.add(closed ? Can.CORRECT : Can.WRITE);
            if (written && !closed) {
                can.add(Can.CLOSE);
            }
        }
        return can;
    }

    /**
     * What the forms of an occasion know: announcing, moving, minutes.
     *
     * @param hosts where it could be moved to
     */
    public record Form(Occasion occasion, @Nullable Announcement announcement, AnnouncementEntry usual,
            List<Minute> minutes, Set<Can> can, Set<UUID> hosts, Ground ground) {}

    /** Empty where the occasion does not exist for this person. */
    public Optional<Form> form(Actor actor, UUID id) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        return readings.find(id).filter(occasion -> rights.mayRead(occasion.said())).map(occasion -> {
            Announcement announcement = store.announcements(List.of(id)).get(id);
            List<Minute> minutes = store.minutes(id);
            List<Step> steps = readings.steps(List.of(id)).getOrDefault(id, List.of());
            Set<Can> can = EnumSet.noneOf(Can.class);
            if (Invitees.mayInvite(rights, occasion)) {
                can.add(Can.ANNOUNCE);
            }
            if (Moving.mayMove(rights, occasion)) {
                can.add(Can.MOVE);
            }
            if (Minutes.mayWrite(rights, occasion)) {
                can.add(Minutes.closed(steps) ? Can.CORRECT : Can.WRITE);
            }
            return new Form(occasion, announcement, Announcements.usual(occasion, announcement), minutes, can,
                    Moving.hosts(occasion.said(), ground), ground);
        });
    }
}
