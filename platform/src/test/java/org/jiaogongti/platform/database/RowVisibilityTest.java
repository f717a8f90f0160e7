package org.jiaogongti.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jiaogongti.platform.testing.TestCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The second lock: whatever a query forgets, PostgreSQL shows the application's role its own district only. For every
 * business table of the catalogue a row is put into one district and asked for from another.
 */
final class RowVisibilityTest {

    private static final String HOME = "330213";
    private static final String ELSEWHERE = "330212";

    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        TestCluster cluster = TestCluster.shared();
        String url = cluster.empty().url();
        connection = cluster.postgres().superuser(url.substring(url.lastIndexOf('/') + 1));
        connection.setAutoCommit(false);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void noBusinessTableShowsAnotherDistrictsRows() throws SQLException {
        List<String> tables = businessTables();
        assertThat(tables).hasSizeGreaterThan(30);
        List<String> wrong = new ArrayList<>();
        for (String table : tables) {
            insertAtHome(table);
            execute("SET LOCAL ROLE jgt_app");
            if (seen(table, HOME) != 1) {
                wrong.add(table + " hides its own row");
            }
            if (seen(table, ELSEWHERE) != 0 || seen(table, "") != 0) {
                wrong.add(table + " shows a foreign row");
            }
            if (changes("UPDATE " + table + " SET district = district") > 0 || changes("DELETE FROM " + table) > 0) {
                wrong.add(table + " lets a foreign row be changed");
            }
            connection.rollback();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTableWithoutItsLockIsFound() throws SQLException {
        execute("ALTER TABLE school.school DISABLE ROW LEVEL SECURITY");
        insertAtHome("school.school");
        execute("SET LOCAL ROLE jgt_app");
        assertThat(seen("school.school", ELSEWHERE)).isEqualTo(1);
        connection.rollback();
    }

    @Test
    void aRowCannotBeWrittenIntoAnotherDistrict() throws SQLException {
        insertAtHome("school.school");
        execute("SET LOCAL ROLE jgt_app");
        seen("school.school", HOME);
        assertThat(changes("UPDATE school.school SET district = '" + ELSEWHERE + "'")).isEqualTo(-1);
        connection.rollback();
    }

    private static List<String> businessTables() throws SQLException {
        return texts("""
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%'
                    AND n.nspname NOT IN ('information_schema', 'lib')
                    AND n.nspname || '.' || c.relname <> 'access.district'
                ORDER BY 1
                """);
    }

    /** A row of made-up values; checks, keys to other tables and triggers are left out for this transaction. */
    private static void insertAtHome(String table) throws SQLException {
        execute("SET LOCAL session_replication_role = replica");
        for (String check : texts("SELECT quote_ident(conname) FROM pg_constraint WHERE contype IN ('c', 'x') "
                + "AND conrelid = '" + table + "'::regclass")) {
            execute("ALTER TABLE " + table + " DROP CONSTRAINT " + check);
        }
        StringJoiner columns = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("""
                SELECT quote_ident(attname), format_type(atttypid, NULL) FROM pg_attribute
                WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped AND attnotnull
                    AND attgenerated = ''
                """.formatted(table))) {
            while (rows.next()) {
                columns.add(rows.getString(1));
                values.add(rows.getString(1).equals("district") ? "'" + HOME + "'" : value(rows.getString(2)));
            }
        }
        execute("INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ")");
    }

    private static String value(String type) {
        String text = switch (type) {
            case "uuid", "lib.pupil" -> "0199aaaa-0000-7000-8000-000000000001";
            case "integer", "bigint", "smallint", "numeric" -> "1";
            case "boolean" -> "true";
            case "date" -> "2024-11-20";
            case "jsonb", "json" -> "{}";
            case "bytea" -> "\\x00";
            case "lib.sealed" -> "\\x0101" + "00".repeat(32);
            case "lib.blind_index" -> "\\x" + "00".repeat(32);
            case "time without time zone" -> "08:00";
            case "daterange" -> "[2024-11-20,2024-11-21)";
            default -> type.startsWith("timestamp") ? "2024-11-20 08:00" : type.endsWith("[]") ? "{}" : "x";
        };
        return "'" + text + "'::" + type;
    }

    private static int seen(String table, String district) throws SQLException {
        execute("SELECT set_config('jgt.district', '" + district + "', true)");
        return Integer.parseInt(texts("SELECT count(*) FROM " + table).getFirst());
    }

    /** Rows changed, or -1 where that was refused. */
    private static int changes(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException refused) {
            connection.rollback(before);
            return -1;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(String select) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
