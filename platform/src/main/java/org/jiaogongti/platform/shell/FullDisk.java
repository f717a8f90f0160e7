package org.jiaogongti.platform.shell;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database's disk has no room: a failure that an administrator ends, and not a fault of the program. */
public final class FullDisk {

    /** Insufficient storage, RFC 4918, 11.5. */
    public static final int STATUS = 507;

    /** {@code disk_full} in PostgreSQL, appendix A. A database that cannot be reached has another state, or none. */
    private static final String STATE = "53100";

    private FullDisk() {}

    /** Whether something failed for want of room. */
    public static boolean ended(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
