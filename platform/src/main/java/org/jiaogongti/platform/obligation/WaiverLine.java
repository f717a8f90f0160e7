package org.jiaogongti.platform.obligation;

import org.jspecify.annotations.Nullable;

/**
 * What a decision does to one instance.
 *
 * @param after the standing under the decision; the same as before where it is left out
 * @param leftOut why it stays as it is, or null where it changes
 */
public record WaiverLine(Standing before, Standing after, @Nullable LeftOut leftOut) {

    /** Why an instance stays as it is. */
    public enum LeftOut {
        /** Another decision lies on it, which would have to be revoked first. */
        DECIDED_ALREADY,
        /** The duty's own number is not larger than the decision's. */
        NOT_LESS
    }

    public boolean changes() {
        return leftOut == null;
    }
}
