package org.jiaogongti.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of every table, read from the live catalogue and from the migrations. */
@EmptyPlatformTest
final class CatalogueTest {

    /** Shared reference without a district. This list may only shrink; a new line needs a decision in docs/decisions. */
    private static final Set<String> SHARED = Set.of("access.district");
    /** Tables of libraries: opaque ids, no personal data. A new line needs a decision in docs/decisions. */
    private static final Set<String> LIBRARY = Set.of("lib.flyway_schema_history", "lib.spring_session",
            "lib.spring_session_attributes", "lib.event_publication", "lib.scheduled_tasks");
    private static final String TABLES = """
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
            """;
    private static final Pattern CREATED = Pattern.compile(
            "(?i)create\\s+(?:table|(?:or\\s+replace\\s+)?view|type|(?:or\\s+replace\\s+)?function)\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)\\.");
    private static final Pattern TOUCHED = Pattern
            .compile("(?i)\\b(?:from|join|into|update|delete\\s+from|copy)\\s+(?:only\\s+)?([a-z]+)\\.([a-z_]+)");

    private final JdbcClient jdbc;

    CatalogueTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private Set<String> names(String sql) {
        Set<String> names = new TreeSet<>();
        jdbc.sql(sql).query(row -> {
            names.add(row.getString(1));
        });
        return names;
    }

    private Set<String> businessTables() {
        Set<String> tables = names(TABLES);
        tables.removeAll(SHARED);
        tables.removeAll(LIBRARY);
        return tables;
    }

    @Test
    void theExemptTablesAreExactlyThoseNamedHere() {
        assertThat(names(TABLES)).containsAll(SHARED).containsAll(LIBRARY);
        assertThat(names(TABLES)).filteredOn(name -> name.startsWith("lib.")).containsExactlyInAnyOrderElementsOf(
                LIBRARY);
        assertThat(names(TABLES)).noneMatch(name -> name.startsWith("public."));
        assertThat(businessTables()).contains("journal.entry");
    }

    @Test
    void everyKeyStartsWithTheDistrict() {
        Set<String> offending = names("""
                SELECT n.nspname || '.' || c.relname || ' ' || k.relname
                FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class k ON k.oid = i.indexrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                WHERE (i.indisunique OR i.indisprimary OR i.indisexclusion) AND a.attname <> 'district'
                  AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'lib')
                UNION ALL
                SELECT n.nspname || '.' || c.relname || ' ' || f.conname
                FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = f.conkey[1]
                WHERE f.contype IN ('f', 'x') AND a.attname <> 'district'
                  AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'lib')
                UNION ALL
                SELECT n.nspname || '.' || c.relname || ' has no primary key'
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%'
                  AND n.nspname NOT IN ('information_schema', 'lib')
                  AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)
                """);
        assertThat(offending).filteredOn(name -> SHARED.stream().noneMatch(shared -> name.startsWith(shared + " ")))
                .isEmpty();
    }

    @Test
    void everyBusinessTableHasForcedRowLevelSecurityByDistrict() {
        Set<String> guarded = names("""
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_policy p ON p.polrelid = c.oid
                WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.polcmd = '*' AND p.polpermissive
                  AND pg_get_expr(p.polqual, p.polrelid) = '(district = current_setting(''jgt.district''::text, true))'
                  AND pg_get_expr(p.polwithcheck, p.polrelid)
                      = '(district = current_setting(''jgt.district''::text, true))'
                  AND (SELECT count(*) FROM pg_policy q WHERE q.polrelid = c.oid) = 1
                """);
        assertThat(guarded).containsExactlyInAnyOrderElementsOf(businessTables());
    }

    /** By their names: what tells who somebody is or how to reach them, and what signs somebody in. */
    @Test
    void whatMustNotBeReadableIsOfASealedType() {
        Set<String> open = names("""
                SELECT n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, NULL)
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
                  AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
                  AND a.attname ~ '(phone|mobile|telephone|id_?number|identity|id_?card|guardian|secret|wrapped$|email)'
                  AND format_type(a.atttypid, NULL) NOT IN ('lib.sealed', 'lib.blind_index')
                """);
        assertThat(open).isEmpty();
        assertThat(names("""
                SELECT n.nspname || '.' || c.relname || '.' || a.attname
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND format_type(a.atttypid, NULL) = 'lib.sealed'
                """)).contains("access.second_factor.secret", "seal.data_key.wrapped", "staff.phone.phone");
    }

    @Test
    void theApplicationsRoleOwnsNothingAndBypassesNothing() {
        assertThat(names("""
                SELECT rolname FROM pg_roles
                WHERE rolname IN ('jgt_app', 'jgt_owner')
                  AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
                """)).isEmpty();
        assertThat(names("""
                SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = 'jgt_app'::regrole
                """)).isEmpty();
        assertThat(names("""
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
                  AND c.relowner <> 'jgt_owner'::regrole
                """)).isEmpty();
        assertThat(names("SELECT nspname FROM pg_namespace WHERE has_schema_privilege('jgt_app', oid, 'CREATE')"))
                .isEmpty();
    }

    @Test
    void functionsThatRunAsTheirOwnerAreKnownByName() {
        assertThat(names("SELECT oid::regproc::text FROM pg_proc WHERE prosecdef")).containsExactly("journal.erase");
    }

    @Test
    void aModulesMigrationsMakeThingsInItsOwnSchemaOnly() throws IOException {
        List<String> offending = new ArrayList<>();
        for (Path file : files(Path.of("src/main/resources/db/migration"), ".sql")) {
            String module = fromEnd(file, 2);
            Matcher created = CREATED.matcher(Files.readString(file));
            while (created.find()) {
                if (!created.group(1).equals(module)) {
                    offending.add(file + " makes something in " + created.group(1));
                }
            }
        }
        assertThat(offending).isEmpty();
    }

    @Test
    void aStoreTouchesItsOwnModulesTablesAndOthersViewsOnly() throws IOException {
        Set<String> tables = names(TABLES);
        List<String> offending = new ArrayList<>();
        for (Path file : files(Path.of("src/main/java/org/jiaogongti/platform"), ".java")) {
            if (!fromEnd(file, 2).equals("store")) {
                continue;
            }
            String module = fromEnd(file, 3);
            Matcher touched = TOUCHED.matcher(Files.readString(file));
            while (touched.find()) {
                String schema = touched.group(1).toLowerCase(Locale.ROOT);
                String table = schema + "." + touched.group(2).toLowerCase(Locale.ROOT);
                if (tables.contains(table) && !schema.equals(module)) {
                    offending.add(file.getFileName() + " touches " + table);
                }
            }
        }
        assertThat(offending).isEmpty();
    }

    private static String fromEnd(Path file, int number) {
        return file.getName(file.getNameCount() - number).toString();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
