package org.jiaogongti.platform.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.platform.archive.Manifest.Column;
import org.jiaogongti.platform.archive.Manifest.Layout;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows of one table as CSV (RFC 4180, UTF-8, a heading; NULL is an empty field, an empty text is ""), by PostgreSQL's own COPY. */
public final class Rows {

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

    private final Session session;
    private final String district;

    public Rows(Session session, String district) {
        this.session = session;
        this.district = district;
    }

    private CopyManager copy() throws SQLException {
        return session.connection().unwrap(PGConnection.class).getCopyAPI();
    }

    /** Writes the district's rows in the order of the key and returns how many. */
    public long out(Layout table, OutputStream to) throws IOException {
        String own = table.ofDistrict() ? "district" : "code";
        String select = "SELECT " + names(table) + " FROM " + table.name() + " WHERE " + own + " = '" + district
                + "' ORDER BY " + order(table);
        try {
            return copy().copyOut("COPY (" + select + ") TO STDOUT (FORMAT csv, HEADER, ENCODING 'UTF8')", to);
        } catch (SQLException e) {
            throw Session.failed(table.name(), e);
        }
    }

    /**
     * Puts rows in by way of a table of this session: COPY does not go into a table under row-level security, and INSERT is asked
     * for every row whether it is this district's.
     */
    public long in(Layout table, InputStream from) throws IOException {
        session.execute("CREATE TEMP TABLE arriving ON COMMIT DROP AS SELECT " + names(table) + " FROM "
                + table.name() + " WHERE false");
        try {
            long read = copy().copyIn("COPY arriving FROM STDIN (FORMAT csv, HEADER MATCH, ENCODING 'UTF8')", from);
            session.execute("INSERT INTO " + table.name() + " (" + names(table) + ") SELECT " + names(table)
                    + " FROM arriving");
            session.execute("DROP TABLE arriving");
            return read;
        } catch (SQLException e) {
            throw Session.failed(table.name(), e);
        }
    }

    public long count(Layout table) {
        return Long.parseLong(session.texts("SELECT count(*) FROM " + table.name()).getFirst());
    }

    /** Whether a column from before it was sealed still holds something readable. */
    public boolean unsealed(Layout table) {
        return table.columns().stream().anyMatch(column -> column.name().equals("unsealed"))
                && !session.texts("SELECT 1 FROM " + table.name() + " WHERE unsealed IS NOT NULL LIMIT 1").isEmpty();
    }

    private static String names(Layout table) {
        return table.columns().stream().map(column -> '"' + column.name() + '"').collect(Collectors.joining(", "));
    }

    /** By code points, whatever language the database sorts in. */
    private static String order(Layout table) {
        return table.key().stream().map(name -> '"' + name + '"' + (isText(table, name) ? " COLLATE \"C\"" : ""))
                .collect(Collectors.joining(", "));
    }

    private static boolean isText(Layout table, String name) {
        return table.columns().stream().filter(column -> column.name().equals(name)).map(Column::type)
                .anyMatch(type -> TEXTS.contains(type.replaceFirst("\\(.*", "")));
    }
}
