package org.jiaogongti.platform.obligation.model;

/** How a contribution stands: only {@link #HELD} counts, the others are shown beside it. */
public enum Footing {
    HELD, PLANNED, DISPUTED
}
