package org.jiaogongti.platform.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiaogongti.platform.archive.model.LeftOut;
import org.jiaogongti.platform.archive.Manifest.Column;
import org.jiaogongti.platform.archive.Manifest.Layout;

/** Which tables there are, read from the live database: what a later migration makes is in the next archive by itself. */
public final class Catalogue {

    private static final String COLUMNS = """
            SELECT n.nspname || '.' || c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                   array_position(i.indkey::int2[], a.attnum) IS NOT NULL
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
            ORDER BY 1, coalesce(array_position(i.indkey::int2[], a.attnum), 1000), a.attname COLLATE "C"
            """;
    private static final String KEYS = """
            SELECT conrelid, confrelid FROM (
                SELECT f.conname, n.nspname || '.' || c.relname AS conrelid, tn.nspname || '.' || t.relname AS confrelid
                FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                    JOIN pg_class t ON t.oid = f.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
                WHERE f.contype = 'f' AND f.conrelid <> f.confrelid) AS keys
            """;
    /**
     * Goes in last: a trigger of activity.step asks who stands in for whom, and would hold yesterday's decision against
     * today's delegation.
     */
    private static final Set<String> LAST = Set.of("access.delegation");

    private final Session session;

    public Catalogue(Session session) {
        this.session = session;
    }

    /** Every table, by name. */
    public Map<String, Layout> all() {
        Map<String, List<Column>> columns = new TreeMap<>();
        Map<String, List<String>> keys = new TreeMap<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                String table = rows.getString(1);
                columns.computeIfAbsent(table, _ -> new ArrayList<>())
                        .add(new Column(rows.getString(2), rows.getString(3)));
                if (rows.getBoolean(4)) {
                    keys.computeIfAbsent(table, _ -> new ArrayList<>()).add(rows.getString(2));
                }
            }
        } catch (SQLException e) {
            throw Session.failed("the catalogue cannot be read", e);
        }
        Map<String, Layout> all = new LinkedHashMap<>();
        columns.forEach((table, of) -> all.put(table,
                new Layout(table, List.copyOf(of), List.copyOf(keys.getOrDefault(table, List.of())))));
        return all;
    }

    /** Tables that are neither a district's nor left out for a reason: an archive without them would be silently short. */
    public List<String> unknown() {
        return all().values().stream()
                .filter(table -> !table.ofDistrict() && !table.name().equals(Session.DISTRICTS)
                        && !LeftOut.has(table.name()))
                .map(Layout::name).toList();
    }

    /** What moves, each table behind those that its foreign keys point to. */
    public List<Layout> moving() {
        Map<String, Layout> left = new TreeMap<>(
                Comparator.comparing((String name) -> LAST.contains(name)).thenComparing(Comparator.naturalOrder()));
        all().forEach((name, table) -> {
            if (!LeftOut.has(name) && (table.ofDistrict() || name.equals(Session.DISTRICTS))) {
                left.put(name, table);
            }
        });
        Map<String, Set<String>> before = pointedTo();
        List<Layout> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Layout next = left.values().stream()
                    .filter(table -> before.getOrDefault(table.name(), Set.of()).stream().noneMatch(left::containsKey))
                    .findFirst().orElseThrow(() -> new IllegalStateException(
                            "tables that point to each other in a circle: " + left.keySet()));
            ordered.add(next);
            left.remove(next.name());
        }
        return ordered;
    }

    /** By table: the tables that its foreign keys name. */
    public Map<String, Set<String>> pointedTo() {
        Map<String, Set<String>> keys = new TreeMap<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(KEYS)) {
            while (rows.next()) {
                keys.computeIfAbsent(rows.getString(1), _ -> new TreeSet<>()).add(rows.getString(2));
            }
            return keys;
        } catch (SQLException e) {
            throw Session.failed("the catalogue cannot be read", e);
        }
    }
}
