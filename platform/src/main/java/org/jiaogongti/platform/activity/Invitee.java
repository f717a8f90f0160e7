package org.jiaogongti.platform.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is expected at an occasion.
 *
 * @param school for which they come, or null for a researcher
 * @param schoolName its name, or that of the unit they belong to
 * @param waiting 0 for who has a place, else the place in the queue
 */
public record Invitee(UUID person, String name, @Nullable UUID school, String schoolName, Way way, int waiting) {

    /** How somebody came onto the list. */
    public enum Way {
        /** By the host, beside the places. */
        INVITED,
        /** By themselves. */
        SIGNED_UP
    }

    public boolean hasPlace() {
        return waiting == 0;
    }
}
