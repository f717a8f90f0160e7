package org.jiaogongti.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** A pool that learns where its database is when the first connection is asked for. */
final class AwaitedPool extends HikariDataSource {

    private final ComingDatabase database;
    private volatile boolean known;

    AwaitedPool(ComingDatabase database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!known) {
            know();
        }
        return super.getConnection();
    }

    private synchronized void know() {
        if (!known) {
            DatabaseAddress address = database.ready();
            setJdbcUrl(address.url());
            setPassword(address.appPassword());
            known = true;
        }
    }
}
