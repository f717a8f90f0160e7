package org.jiaogongti.platform.purpose;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;

/** No table holds data of pupils but behind the gate; and the rule finds one that does. */
@EmptyPlatformTest
class PupilTablesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    private final ObjectProvider<Erasing> owners;
    private final String database;

    PupilTablesTest(ObjectProvider<Erasing> owners, @Value("${jgt.database.url}") String url) {
        this.owners = owners;
        this.database = url.substring(url.lastIndexOf('/') + 1);
    }

    @Test
    void everyTableOfPupilDataHangsOnAPurposeAndAClockAndIsReachedWithAccessOnly() throws SQLException, IOException {
        try (Connection connection = TestCluster.shared().postgres().superuser(database)) {
            PupilTables rule = new PupilTables(connection);
            assertThat(rule.wrong(PupilTables.erased(owners.stream().toArray(Erasing[]::new)))).isEmpty();
            assertThat(PupilTables.wrongStores(rule.tables(), MAIN.resolve("org/jiaogongti/platform"), MAIN)).isEmpty();
        }
    }

    /** All in a transaction of its own that is taken back. */
    @Test
    void theRuleFindsWhatBreaksItAndTakesWhatKeepsIt() throws SQLException, IOException {
        try (Connection connection = TestCluster.shared().postgres().superuser(database)) {
            connection.setAutoCommit(false);
            make(connection, Trial.SCHEMA, Trial.SCORE, """
                    CREATE TABLE trial.student_list (district text, name text)
                    """, """
                    CREATE TABLE trial.roll (district text, pupil uuid)
                    """, """
                    CREATE TABLE trial.mark (district text, pupil lib.pupil, points int)
                    """, """
                    CREATE TABLE trial.answer (district text, words text)
                    """, """
                    COMMENT ON TABLE trial.answer IS 'pupil: what was written'
                    """,
                    """
                            CREATE TABLE trial.slipping (district text NOT NULL, purpose uuid NOT NULL, pupil lib.pupil NOT NULL,
                                batch uuid NOT NULL,
                                FOREIGN KEY (district, purpose) REFERENCES purpose.purpose (district, id),
                                FOREIGN KEY (district, purpose, pupil, batch)
                                    REFERENCES purpose.retention (district, purpose, pupil, batch) ON DELETE CASCADE)
                            """,
                    """
                            CREATE VIEW trial.shown AS SELECT count(*) FROM trial.score
                            """);
            PupilTables rule = new PupilTables(connection);
            assertThat(rule.tables()).containsExactlyInAnyOrder("trial.score", "trial.mark", "trial.answer",
                    "trial.slipping");
            assertThat(rule.wrong(Set.of("trial.score", "trial.mark", "trial.slipping"))).containsExactlyInAnyOrder(
                    "trial.student_list is called after pupils and has no lib.pupil",
                    "trial.roll.pupil is neither lib.pupil nor sealed", "trial.mark has no purpose",
                    "trial.mark has no clock", "trial.answer has no purpose", "trial.answer has no clock",
                    "trial.answer is erased by nobody", "trial.slipping has no clock",
                    "trial.shown is a view over pupil data");
            connection.rollback();
        }
        assertThat(PupilTables.wrongStores(Set.of("trial.score"),
                TESTS.resolve("org/jiaogongti/platform/purpose/trial"), TESTS)).containsExactly(
                        "org.jiaogongti.platform.purpose.trial.store.LooseStore.everything takes no PupilAccess");
        assertThat(PupilTables.wrongStores(Set.of("trial.score"), TESTS.resolve("org/jiaogongti/platform/purpose"),
                TESTS)).contains("org.jiaogongti.platform.purpose.Trial names a pupil table and is no store");
    }

    private static void make(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void accessIsGivenByTheViewLogAlone() {
        noClasses().that().doNotBelongToAnyOf(PupilViews.class).should()
                .accessTargetWhere(DescribedPredicate.describe("access to pupils is made",
                        (JavaAccess<?> access) -> access.getTarget().getFullName()
                                .startsWith(PupilAccess.class.getName() + ".<init>")))
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.jiaogongti.platform"));
        noClasses().that().doNotBelongToAnyOf(Retentions.class).should()
                .accessTargetWhere(DescribedPredicate.describe("access for erasing is taken",
                        (JavaAccess<?> access) -> access.getTarget().getFullName()
                                .startsWith(PupilViews.class.getName() + ".toErase")))
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.jiaogongti.platform.purpose"));
    }
}
