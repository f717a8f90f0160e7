package org.jiaogongti.platform.archive;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.platform.archive.Manifest.Layout;
import org.jiaogongti.platform.archive.model.LeftOut;
import org.jiaogongti.platform.archive.store.Catalogue;
import org.jiaogongti.platform.archive.store.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That an archive holds every table, in an order in which they can go in, and that it needs no room for them. */
final class MovingTablesTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyTableMovesOrStaysForAReason() throws SQLException {
        ArchiveSite site = Moving.empty(folder);
        try (Session session = Session.open(site)) {
            Catalogue catalogue = new Catalogue(session);
            assertThat(catalogue.unknown()).isEmpty();
            List<String> moving = catalogue.moving().stream().map(Layout::name).toList();
            Set<String> all = catalogue.all().keySet();
            assertThat(all).hasSize(moving.size() + LeftOut.reasons().size()).containsAll(moving)
                    .containsAll(LeftOut.reasons().keySet());
            assertThat(LeftOut.reasons().values()).allMatch(reason -> reason.contains(" · "));
            assertThat(catalogue.moving()).allMatch(table -> !table.key().isEmpty());
            inOrder(catalogue.pointedTo(), moving);
        }
        Moving.inside(site, connection -> {
            Moving.run(connection, "CREATE TABLE school.gong (district text, id uuid, PRIMARY KEY (district, id))");
            Moving.run(connection, "CREATE TABLE school.chalk (id uuid PRIMARY KEY)");
            return 1;
        });
        try (Session session = Session.open(site)) {
            Catalogue catalogue = new Catalogue(session);
            assertThat(catalogue.moving()).extracting(Layout::name).contains("school.gong");
            assertThat(catalogue.unknown()).containsExactly("school.chalk");
        }
    }

    private static void inOrder(Map<String, Set<String>> pointedTo, List<String> moving) {
        for (String table : moving) {
            for (String other : pointedTo.getOrDefault(table, Set.of())) {
                assertThat(moving.indexOf(other)).as(table + " points to " + other).isBetween(0,
                        moving.indexOf(table) - 1);
            }
        }
        assertThat(moving).endsWith("access.delegation");
    }

    /** Rows and files pass through in blocks: whatever takes a whole one into memory is not called. */
    @Test
    void nothingIsHeldWhole() {
        noClasses().that().resideInAPackage("org.jiaogongti.platform.archive..").should()
                .callMethodWhere(DescribedPredicate.describe("a whole file or table is held",
                        MovingTablesTest::holds))
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.jiaogongti.platform.archive"));
    }

    private static boolean holds(JavaCall<?> call) {
        return Set.of("readAllBytes", "readString", "readAllLines", "toByteArray", "getRecords")
                .contains(call.getTarget().getName());
    }
}
