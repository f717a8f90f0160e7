package org.jiaogongti.platform.purpose;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rule that no table holds data of pupils but behind the gate, read from a live catalogue and from the sources of the
 * stores. Pupil data is known by the column type {@code lib.pupil}, by a table's comment that begins with "pupil", and by
 * names: what is called after pupils or guardians must say so by its type.
 */
final class PupilTables {

    /** The gate's own. This list may only shrink; a new line needs a decision in docs/decisions. */
    static final Set<String> GATE = Set.of("purpose.consent", "purpose.retention");

    private static final String NAMED = "(pupil|student|guardian|parent_|xueji|学生|学籍|监护|家长)";
    private static final String OURS = "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";
    private static final String TABLES = """
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND %s
            """.formatted(OURS);
    private static final String COLUMNS = """
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND %s
            """.formatted(OURS);
    private static final String HAS_PUPIL = """
             EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = c.oid AND NOT p.attisdropped
                 AND p.atttypid = 'lib.pupil'::regtype)
            """;

    private final Connection catalogue;

    PupilTables(Connection catalogue) {
        this.catalogue = catalogue;
    }

    private Set<String> names(String sql) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = catalogue.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Every table that is known to hold data of pupils, without the gate's own. */
    Set<String> tables() throws SQLException {
        Set<String> tables = names("SELECT n.nspname || '.' || c.relname " + TABLES + " AND (" + HAS_PUPIL
                + " OR coalesce(obj_description(c.oid, 'pg_class'), '') ILIKE 'pupil%')");
        tables.removeAll(GATE);
        return tables;
    }

    /** What breaks the rule in the catalogue, in words. */
    Set<String> wrong(Set<String> erased) throws SQLException {
        Set<String> wrong = new TreeSet<>();
        wrong.addAll(names("SELECT n.nspname || '.' || c.relname || ' is called after pupils and has no lib.pupil' "
                + TABLES + " AND c.relname ~* '" + NAMED + "' AND NOT " + HAS_PUPIL));
        wrong.addAll(
                names("SELECT n.nspname || '.' || c.relname || '.' || a.attname || ' is neither lib.pupil nor sealed' "
                        + COLUMNS + " AND a.attname ~* '" + NAMED
                        + "' AND format_type(a.atttypid, NULL) NOT IN ('lib.pupil', 'lib.sealed', 'lib.blind_index')"));
        wrong.addAll(
                names("""
                        SELECT DISTINCT v.oid::regclass || ' is a view over pupil data'
                        FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
                        JOIN pg_class v ON v.oid = r.ev_class AND v.relkind IN ('v', 'm')
                        JOIN pg_class c ON c.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass AND c.relkind IN ('r', 'p')
                        WHERE"""
                        + " (" + HAS_PUPIL + " OR coalesce(obj_description(c.oid, 'pg_class'), '') ILIKE 'pupil%')"));
        for (String table : tables()) {
            if (refers(table, "purpose.purpose", "{district,purpose}", "{district,id}").isEmpty()) {
                wrong.add(table + " has no purpose");
            }
            if (refers(table, "purpose.retention", "{district,purpose,pupil,batch}",
                    "{district,purpose,pupil,batch}").isEmpty()) {
                wrong.add(table + " has no clock");
            }
            if (!erased.contains(table)) {
                wrong.add(table + " is erased by nobody");
            }
        }
        return wrong;
    }

    /** Keys that hold from every row (no column may be null) and that no deletion slips through. */
    private Set<String> refers(String table, String target, String own, String others) throws SQLException {
        return names(
                """
                        SELECT f.conname FROM pg_constraint f
                        WHERE f.contype = 'f' AND f.conrelid = '%s'::regclass AND f.confrelid = '%s'::regclass AND f.convalidated
                          AND f.confdeltype IN ('a', 'r') AND NOT f.condeferrable
                          AND ARRAY(SELECT a.attname::text FROM unnest(f.conkey) WITH ORDINALITY k (number, place)
                              JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.number
                              WHERE a.attnotnull ORDER BY k.place) = '%s'::text[]
                          AND ARRAY(SELECT a.attname::text FROM unnest(f.confkey) WITH ORDINALITY k (number, place)
                              JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.number
                              ORDER BY k.place) = '%s'::text[]
                        """
                        .formatted(table, target, own, others));
    }

    /**
     * Sources that name one of some tables outside of a store, and store methods that take no access.
     *
     * @param sources folder of a source tree's root package
     */
    static Set<String> wrongStores(Set<String> tables, Path sources, Path root) throws IOException {
        Set<String> wrong = new TreeSet<>();
        if (tables.isEmpty()) {
            return wrong;
        }
        Pattern named = Pattern.compile("\\b(" + String.join("|", tables.stream().map(Pattern::quote).toList())
                + ")\\b", Pattern.CASE_INSENSITIVE);
        for (Path file : files(sources)) {
            String name = root.relativize(file).toString().replace(".java", "").replace('/', '.');
            if (!named.matcher(Files.readString(file)).find()) {
                continue;
            }
            if (!name.contains(".store.")) {
                wrong.add(name + " names a pupil table and is no store");
                continue;
            }
            try {
                for (Method method : Class.forName(name).getDeclaredMethods()) {
                    if (!Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic()
                            && !List.of(method.getParameterTypes()).contains(PupilAccess.class)) {
                        wrong.add(name + "." + method.getName() + " takes no PupilAccess");
                    }
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(name + " is not compiled", e);
            }
        }
        return wrong;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".java")).sorted().toList();
        }
    }

    static Set<String> erased(Erasing... owners) {
        Set<String> tables = new TreeSet<>();
        Arrays.stream(owners).forEach(owner -> tables.addAll(owner.tables()));
        return tables;
    }
}
