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

    private static final int OLDEST_VERSION = 180_000;

    private static final Map<String, String> WANTED = wanted();

    private ServerCheck() {}

    public static void pass(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), DatabaseAddress.APP,
                address.appPassword()); Statement statement = connection.createStatement()) {
            version(Integer.parseInt(text(statement, "SELECT current_setting('server_version_num')")));
            durability(statement);
            language(statement);
            role(statement);
        } catch (SQLException e) {
            throw new PostgresException("数据库无法连接：" + e.getMessage() + "\nThe database at " + address.url()
                    + " cannot be used as jgt_app; see docs/operations/database.md.", e);
        }
    }

    /** As PostgreSQL counts: 180006 is 18.6. */
    static void version(int number) {
        if (number < OLDEST_VERSION) {
            throw new PostgresException("数据库是 PostgreSQL " + number / 10_000 + "，须为 18 或更新。\nThe server is PostgreSQL "
                    + number / 10_000 + "; it must be 18 or newer.");
        }
    }

    private static void durability(Statement statement) throws SQLException {
        for (Map.Entry<String, String> setting : WANTED.entrySet()) {
            String value = text(statement, "SELECT current_setting('" + setting.getKey() + "')");
            if (!value.equals(setting.getValue())) {
                throw new PostgresException("数据库设置 " + setting.getKey() + " = " + value + "，须为 " + setting.getValue()
                        + "，否则断电可能丢失已保存的数据。\nThe database has " + setting.getKey() + " = " + value + "; it must be "
                        + setting.getValue() + ", or saved data may be lost. Set it in postgresql.conf.");
            }
        }
    }

    /** Names are sorted by pinyin and kept in UTF-8; neither can be changed once the database is there. */
    private static void language(Statement statement) throws SQLException {
        String found = text(statement, """
                SELECT pg_encoding_to_char(encoding) || ' ' || datlocprovider::text || ' ' || coalesce(datlocale, '')
                FROM pg_database WHERE datname = current_database()
                """);
        if (!found.startsWith("UTF8 i zh")) {
            throw new PostgresException("数据库的编码和排序规则是“" + found + "”，须为 UTF8、ICU、zh-Hans-CN（按拼音排序）。"
                    + "\nThe database must be made with ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh-Hans-CN'; "
                    + "see docs/operations/database.md.");
        }
    }

    private static void role(Statement statement) throws SQLException {
        if (!text(statement, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                .equals("f")) {
            throw new PostgresException("角色 jgt_app 不得是超级用户，也不得有 BYPASSRLS。\n"
                    + "Role jgt_app must be neither a superuser nor BYPASSRLS: ALTER ROLE jgt_app NOSUPERUSER NOBYPASSRLS;");
        }
        if (!text(statement, "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner "
                + "WHERE r.rolname = current_user").equals("0")) {
            throw new PostgresException("角色 jgt_app 拥有表，行级安全对它不生效。\n"
                    + "Role jgt_app owns tables, so row-level security may not bind it: REASSIGN OWNED BY jgt_app TO jgt_owner;");
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
