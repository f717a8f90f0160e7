package org.jiaogongti.platform.obligation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files of a case as temporary tables, and the nineteen duties asked of them in SQL. */
final class CaseTables implements AutoCloseable {

    static final String HEADER = "duty,bearer,counterpart,period,status,progress,target";

    private final Connection connection;

    CaseTables(Connection connection) throws SQLException, IOException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            // The planner takes the statement for a huge one, and compiling it would cost seconds.
            statement.execute("SET jit = off");
            statement.execute(resource("/oracle/tables.sql"));
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = CaseTables.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("no " + name + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static boolean exists(String name) {
        return CaseTables.class.getResource(name) != null;
    }

    /** Replaces a table's rows by those of a CSV text with a header. */
    void load(String table, String csv) throws SQLException {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty()) {
            load(table, List.of());
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(List.of(line.split(",", -1)));
        }
        load(table, rows);
    }

    void load(String table, List<List<String>> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + table);
        }
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(rows.getFirst().size(), "?"));
        try (PreparedStatement insert = connection
                .prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (List<String> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setString(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The header and a row for each instance, as the cases have them. */
    List<String> duties(LocalDate asOf, boolean overlay) throws SQLException, IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE asked");
            statement.execute("INSERT INTO asked VALUES (DATE '" + asOf + "', " + overlay + ")");
            statement.execute("ANALYZE");
            try (ResultSet row = statement.executeQuery(resource("/oracle/duties.sql"))) {
                while (row.next()) {
                    List<String> fields = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        fields.add(row.getString(i));
                    }
                    lines.add(String.join(",", fields));
                }
            }
        }
        return lines;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
