package org.jiaogongti.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.testing.Beside;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The walls inside the application, and what its code may not do. */
@Beside
final class ArchitectureTest {

    private static final String ROOT = "org.jiaogongti.platform";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jte/")).importPackages(ROOT);
    private static final Set<String> CLOCK_READS = Set.of("java.time.LocalDate.now", "java.time.LocalDateTime.now",
            "java.time.LocalTime.now", "java.time.Instant.now", "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now", "java.time.Year.now", "java.time.YearMonth.now",
            "java.lang.System.currentTimeMillis", "java.time.Clock.systemUTC", "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system");

    @Test
    void modulesUseEachOthersRootOnlyAndWithoutCycles() {
        ApplicationModules.of(Platform.class, location("generated templates", "jte")).verify();
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> location(String what, String folder) {
        return DescribedPredicate.describe(what, type -> type.getPackageName().startsWith(ROOT + "." + folder));
    }

    @Test
    void pagesKnowNoSqlAndNoStore() {
        noClasses().that().resideInAPackage("..web..").should().dependOnClassesThat().resideInAPackage("..store..")
                .check(MAIN);
    }

    @Test
    void sqlIsInStoresOnly() {
        noClasses().that().resideInAPackage(ROOT + "..").and()
                .resideOutsideOfPackages("..store..", ROOT + ".database..", ROOT + ".postgres..", ROOT + ".start..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.springframework.jdbc..")
                .check(MAIN);
    }

    @Test
    void modulesDoNotKnowHowTheApplicationIsStarted() {
        noClasses().that().resideOutsideOfPackages(ROOT, ROOT + ".start..", ROOT + ".database..", ROOT + ".postgres..")
                .should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".start..", ROOT + ".database..", ROOT + ".postgres..").check(MAIN);
    }

    @Test
    void nobodyNeedsTheSampleWorld() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".sample..").should().dependOnClassesThat()
                .resideInAPackage(ROOT + ".sample..").check(MAIN);
    }

    @Test
    void onlyTheBusinessClockReadsTheTime() {
        noClasses().that().doNotBelongToAnyOf(BusinessClock.class).and().resideOutsideOfPackage(ROOT + ".start..")
                .should()
                .accessTargetWhere(DescribedPredicate.describe("the time is read", ArchitectureTest::readsClock))
                .check(MAIN);
    }

    /** Every due day hangs on it; only the demo lets days pass. */
    @Test
    void onlyTheDemoMovesTheDate() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".sample..").should().callMethod(BusinessClock.class, "moveTo",
                LocalDate.class).check(MAIN);
    }

    private static boolean readsClock(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return CLOCK_READS.contains(target.getOwner().getName() + "." + target.getName())
                || target.getFullName().equals("java.util.Date.<init>()");
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired").andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value").andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject").check(MAIN);
    }

    @Test
    void controllersAreInWebAndOwnNoTransaction() {
        classes().that().areAnnotatedWith(Controller.class).or()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController").should()
                .resideInAPackage("..web..").allowEmptyShould(true).check(MAIN);
        noClasses().that().resideInAPackage("..web..").should()
                .dependOnClassesThat().resideInAPackage("org.springframework.transaction..").check(MAIN);
    }

    @Test
    void onePostIsOneFacadeCall() {
        methods().that().areAnnotatedWith(PostMapping.class).should(new OneWritingCall()).allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() throws ClassNotFoundException {
        Set<String> packages = new TreeSet<>();
        MAIN.forEach(type -> packages.add(type.getPackageName()));
        for (String name : packages) {
            Package described = Class.forName(name + ".package-info").getPackage();
            assertThat(described.isAnnotationPresent(NullMarked.class)).as(name).isTrue();
        }
    }

    @Test
    void noTestIsSwitchedOff() throws IOException {
        Pattern off = Pattern.compile("@(Disabled|Enabled(On|If|For|In))|\\bAssumptions\\b|\\bassum\\w*\\(");
        for (String module : List.of("charter", "measurement", "cli", "platform", "benchmarks")) {
            Path tests = Path.of("..", module, "src", "test", "java");
            try (Stream<Path> tree = Files.isDirectory(tests) ? Files.walk(tests) : Stream.of()) {
                for (Path file : tree.filter(path -> path.toString().endsWith(".java")).toList()) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(off);
                }
            }
        }
    }
}
