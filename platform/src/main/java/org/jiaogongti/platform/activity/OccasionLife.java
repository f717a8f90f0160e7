package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.activity.model.LifeLine;
import org.jspecify.annotations.Nullable;

/**
 * What became of an occasion besides its record: announced, moved, who comes, minutes.
 *
 * @param offer as this person sees it who may come to it
 * @param moves the latest last
 * @param minutes oldest first
 */
public record OccasionLife(List<LifeLine> line, SignUps.Offer offer, List<Invitee> invitees, List<Moved> moves,
        List<Minute> minutes, Set<Can> can) {

    public OccasionLife {
        line = List.copyOf(line);
        invitees = List.copyOf(invitees);
        moves = List.copyOf(moves);
        minutes = List.copyOf(minutes);
        can = Set.copyOf(can);
    }

    /** What the person may do with it now. */
    public enum Can {
        INVITE, ANNOUNCE, TAKE_BACK, MOVE, WRITE,
        /** The minutes are settled. */
        CLOSE,
        /** They are settled: another text says what was wrong. */
        CORRECT
    }

    public @Nullable Moved moved() {
        return moves.isEmpty() ? null : moves.getLast();
    }

    public @Nullable Minute minute() {
        return minutes.isEmpty() ? null : minutes.getLast();
    }
}
