package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jiaogongti.platform.activity.store.InviteeStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what became of occasions before: with {@link History}, which has put the occasions in. */
@Service
public class OccasionLives {

    private final InviteeStore invitees;

    OccasionLives(InviteeStore invitees) {
        this.invitees = invitees;
    }

    /** Who did something, and when. */
    public record By(UUID actor, LocalDate on, Instant at) {}

    /**
     * Somebody who came onto the list.
     *
     * @param left who took them off it again, or null
     */
    public record Came(UUID person, UUID school, Way way, By by, @Nullable By left) {}

    /**
     * What became of one occasion.
     *
     * @param came in the order of coming
     */
    public record Life(UUID occasion, List<Came> came) {

        public Life {
            came = List.copyOf(came);
        }
    }

    /** The number of statements does not depend on the number of occasions. */
    @Transactional
    public void takeOver(Collection<Life> lives) {
        invitees.put(lives.stream().flatMap(life -> life.came().stream().map(came -> new InviteeStore.Came(
                new InviteeStore.Row(life.occasion(), came.person(), came.school(), came.way()), by(came.by()),
                came.left() == null ? null : by(came.left())))).toList());
    }

    private static InviteeStore.By by(By by) {
        return new InviteeStore.By(by.actor(), by.on(), by.at());
    }
}
