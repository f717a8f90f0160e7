package org.jiaogongti.charter;

/** Where a recorded occasion stands; only {@link #HELD} counts. */
public enum OccasionState {
    HELD, PLANNED, CANCELLED,
    /** The receiving school says 不对, and it is not settled. */
    DISPUTED
}
