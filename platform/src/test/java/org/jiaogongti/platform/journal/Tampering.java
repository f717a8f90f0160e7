package org.jiaogongti.platform.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.testing.TestCluster;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with the superuser's password, who is bound by nothing. */
public final class Tampering {

    private final JdbcClient application;

    public Tampering(JdbcClient application) {
        this.application = application;
    }

    /** Every statement touches the given district's lines only. */
    public void as(District district, String sql) {
        String database = application.sql("SELECT current_database()").query(String.class).single();
        try (Connection connection = TestCluster.shared().postgres().superuser(database);
                Statement statement = connection.createStatement()) {
            // Row-level security does not bind a superuser, so he takes the owner's place, and foreign keys rest.
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET ROLE jgt_owner");
            statement.execute("SET jgt.district = '" + district.code() + "'");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
