package org.jiaogongti.platform.attendance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody came, as one sign-in says it.
 *
 * @param person null for somebody who is not among those expected
 * @param schoolName as it is shown; typed for somebody of no known school
 * @param at when they were there: for what arrived late the time of the code, for all else the time of the request
 * @param arrivedAt when it came here
 * @param note of whoever signed them in, or decided
 * @param by name of that person, or empty
 */
public record Arrival(UUID id, @Nullable UUID person, String name, @Nullable UUID school, String schoolName, Way way,
        State state, @Nullable Why why, Instant at, Instant arrivedAt, String note, String by) {

    /** How somebody signed in. */
    public enum Way {
        SCAN, PIN,
        /** On a phone that was remembered. */
        PHONE,
        /** Signed in to their account. */
        ACCOUNT,
        /** Kept on the phone where there was no network. */
        LATER,
        /** On the printed sheet, ticked by the host. */
        PAPER,
        /** By the host. */
        HOST
    }

    /** What counts: only who is signed in. */
    public enum State {
        SIGNED,
        /** The host has to look. */
        WAITING, REFUSED,
        /** Undone on the phone, or taken out by the host. */
        TAKEN_BACK
    }

    /** Why the host has to look. */
    public enum Why {
        /** Not among those expected. */
        UNKNOWN,
        /** The second name from one phone. */
        SECOND,
        /** Waits for a place. */
        QUEUE,
        /** What was kept on the phone has a code that was never shown. */
        CODE
    }

    /** Whether it stands in the way of another one of the same person. */
    public boolean stands() {
        return state == State.SIGNED || state == State.WAITING;
    }

    /** Whether it came long after they were there. */
    public boolean late() {
        return way == Way.LATER && arrivedAt.isAfter(at.plusSeconds(3600));
    }
}
