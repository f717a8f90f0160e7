package org.jiaogongti.platform.database;

import java.sql.SQLException;
import org.jiaogongti.platform.shell.FullDisk;
import org.springframework.stereotype.Component;

/** PostgreSQL says {@code disk_full} by a state of its own (appendix A); a connection that is lost has another. */
@Component
public final class PostgresFullDisk implements FullDisk {

    private static final String STATE = "53100";

    @Override
    public boolean ended(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
