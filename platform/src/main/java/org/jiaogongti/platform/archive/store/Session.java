package org.jiaogongti.platform.archive.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jiaogongti.platform.archive.ArchiveSite;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One connection as the tables' owner, one transaction after the other. The owner too is bound by row-level security and sees the
 * one district that was named.
 */
public final class Session implements AutoCloseable {

    /** Names are put together here, since a store of this module asks for tables of every other one. */
    static final String DISTRICTS = "access.district";
    private static final String HISTORY = "lib.flyway_schema_history";
    private static final Pattern DISTRICT = Pattern.compile("[1-9][0-9]{5}");
    /** Of all installations on one server at a time one district goes in. */
    private static final long LOCK = 7_317_330_214L;

    private final Connection connection;
    private final DataSource source;

    private Session(Connection connection) {
        this.connection = connection;
        this.source = new SingleConnectionDataSource(connection, true);
    }

    public static Session open(ArchiveSite site) {
        try {
            Connection connection = DriverManager.getConnection(site.url(), site.user(), site.password());
            connection.setAutoCommit(false);
            return new Session(connection);
        } catch (SQLException e) {
            throw failed("数据库无法连接 · the database cannot be reached", e);
        }
    }

    public DataSource source() {
        return source;
    }

    Connection connection() {
        return connection;
    }

    /** What rows look like as text must not depend on the server's settings. */
    public void begin(String district, boolean snapshot) {
        if (!DISTRICT.matcher(district).matches()) {
            throw new IllegalArgumentException("no district code: " + district);
        }
        if (snapshot) {
            execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
        execute("SET LOCAL TimeZone = 'UTC'");
        execute("SET LOCAL DateStyle = 'ISO, YMD'");
        execute("SET LOCAL IntervalStyle = 'postgres'");
        execute("SET LOCAL bytea_output = 'hex'");
        execute("SET LOCAL extra_float_digits = 1");
        execute("SELECT set_config('jgt.district', '" + district + "', true)");
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed("数据库没有写成 · the database did not take it", e);
        }
    }

    public void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw failed("数据库连接已断 · the connection to the database is gone", e);
        }
    }

    /** Held until this session is closed, however it ends. False where another import holds it. */
    public boolean lockImports() {
        return texts("SELECT pg_try_advisory_lock(" + LOCK + ")::text").getFirst().equals("true");
    }

    /** A district of this installation. */
    public record Known(String code, String name) {}

    public List<Known> districts() {
        List<String> codes = texts("SELECT code FROM " + DISTRICTS + " ORDER BY code");
        List<String> names = texts("SELECT name FROM " + DISTRICTS + " ORDER BY code");
        List<Known> known = new ArrayList<>();
        for (int row = 0; row < codes.size(); row++) {
            known.add(new Known(codes.get(row), names.get(row)));
        }
        return known;
    }

    public List<String> migrations() {
        return texts("SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL "
                + "ORDER BY version COLLATE \"C\"");
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    static DataAccessResourceFailureException failed(String what, Exception cause) {
        return new DataAccessResourceFailureException(what + ": " + cause.getMessage(), cause);
    }

    /** What was not committed is taken back. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed("数据库连接 · the connection", e);
        }
    }
}
