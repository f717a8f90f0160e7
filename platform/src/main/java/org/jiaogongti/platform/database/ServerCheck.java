package org.jiaogongti.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiaogongti.platform.postgres.PostgresException;

/** Refuses a server that could lose what it has acknowledged, or a role that sees more than its district. */
public final class ServerCheck {

    private static final Map<String, String> WANTED = wanted();

    private ServerCheck() {}

    public static void pass(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), DatabaseAddress.APP,
                address.appPassword()); Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : WANTED.entrySet()) {
                String value = text(statement, "SELECT current_setting('" + setting.getKey() + "')");
                if (!value.equals(setting.getValue())) {
                    throw new PostgresException("数据库设置 " + setting.getKey() + " = " + value + "，须为 "
                            + setting.getValue()
                            + "，否则断电可能丢失已保存的数据。\nThe database has " + setting.getKey() + " = " + value + "; it must be "
                            + setting.getValue() + ", or saved data may be lost. Set it in postgresql.conf.");
                }
            }
            if (!text(statement, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                    .equals("f")) {
                throw new PostgresException("Role jgt_app must be neither a superuser nor BYPASSRLS.\n"
                        + "ALTER ROLE jgt_app NOSUPERUSER NOBYPASSRLS;");
            }
            if (!text(statement, "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner "
                    + "WHERE r.rolname = current_user").equals("0")) {
                throw new PostgresException("Role jgt_app owns tables, so row-level security may not bind it.\n"
                        + "REASSIGN OWNED BY jgt_app TO jgt_owner;");
            }
        } catch (SQLException e) {
            throw new PostgresException("数据库无法连接：" + e.getMessage() + "\nThe database at " + address.url()
                    + " cannot be used as jgt_app; see docs/operations/database.md.", e);
        }
    }

    private static Map<String, String> wanted() {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("fsync", "on");
        wanted.put("synchronous_commit", "on");
        wanted.put("full_page_writes", "on");
        wanted.put("data_checksums", "on");
        return wanted;
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
