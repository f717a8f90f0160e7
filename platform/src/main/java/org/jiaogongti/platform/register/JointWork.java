package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.UUID;

/** That an occasion was said to serve an entry, or not to. What was said last counts. */
public record JointWork(UUID id, WeakKey entry, UUID occasion, What what, LocalDate on, String actorName) {

    /** What is said of it. */
    public enum What {
        ADDED, LEFT_OUT
    }
}
