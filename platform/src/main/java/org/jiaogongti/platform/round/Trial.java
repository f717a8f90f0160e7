package org.jiaogongti.platform.round;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.whatif.RoundTrial.Result;
import org.jspecify.annotations.Nullable;

/**
 * A draft tried on what the round before came to.
 *
 * @param print what the records, the schools and the charter were like; another one makes the trial stale
 * @param asOf the day for which it was asked
 * @param done communities that are evaluated already
 */
public record Trial(UUID id, UUID draft, State state, String print, LocalDate asOf, int done, int total, By by) {

    /** How far it is. */
    public enum State {
        WAITING, RUNNING, DONE, FAILED
    }

    public boolean going() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** A duty in one community: what it came to, and what it would have come to. */
    public record Line(String duty, String community, Result now, Result then) {}

    /** One instance that comes out otherwise; a side is null where nothing is owed there. */
    public record Shift(InstanceKey key, String community, @Nullable Side was, @Nullable Side would, boolean fails) {}

    /** Instances of a duty in a community that come out otherwise, and those of them that newly fall short. */
    public record Failing(String duty, String community, int fails, int shifts) {}

    /** One side of an instance. */
    public record Side(Status status, int counted, int target) {}
}
