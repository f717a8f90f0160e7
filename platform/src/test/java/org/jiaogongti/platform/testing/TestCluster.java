package org.jiaogongti.platform.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.platform.Platform;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.database.EmbeddedDatabase;
import org.jiaogongti.platform.database.Migrations;
import org.jiaogongti.platform.postgres.Durability;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.jiaogongti.platform.start.BuildStamp;
import org.springframework.boot.SpringApplication;

/**
 * The one PostgreSQL of a test process, kept under {@code target}. Databases are copied from templates, which are made once
 * per build: {@code empty} has the tables only, {@code sample} has the sample world.
 */
public final class TestCluster {

    /** Which of several test processes this is: each has a cluster and files of its own. */
    private static final String FORK = System.getProperty("jgt.fork", "fork-1");
    private static final Path KEPT = Path.of("target", "test-postgres-" + FORK).toAbsolutePath();
    private static final Path FILES = Path.of("target", "test-files-" + FORK).toAbsolutePath();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final TestCluster SHARED = new TestCluster();

    private final EmbeddedPostgres postgres;
    private final String stamp = BuildStamp.of(Platform.class, Fact.class);

    private TestCluster() {
        postgres = EmbeddedPostgres.start(KEPT, cache(), Durability.NONE,
                System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop-test-postgres"));
        EmbeddedDatabase.createRoles(postgres);
        dropLeftovers();
    }

    public static TestCluster shared() {
        return SHARED;
    }

    /** Where tests keep the unpacked database programs, outside of {@code target}, so that a clean build is quick. */
    public static Path cache() {
        String named = System.getenv("JGT_CACHE");
        return named == null ? Path.of(System.getProperty("user.home"), ".cache", "jiaogongti") : Path.of(named);
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    /** A new database with every table and no row. */
    public synchronized DatabaseAddress empty() {
        String template = "empty_" + stamp;
        if (!databases().contains(template)) {
            build(template, Migrations::migrate);
        }
        return copy(template);
    }

    /** A new database with the sample world in it. */
    public synchronized DatabaseAddress sample() {
        String template = "sample_" + stamp;
        Path files = KEPT.resolve("files-" + template);
        // A template without its files is none: one of the two may have been cleaned away.
        if (!databases().contains(template) || !Files.isDirectory(files)) {
            execute("DROP DATABASE IF EXISTS " + template + " WITH (FORCE)");
            FileTree.delete(files);
            Path filling = KEPT.resolve("files-filling");
            FileTree.delete(filling);
            build(template, address -> {
                Migrations.migrate(address);
                SpringApplication loading = new SpringApplication(Platform.class);
                loading.setRegisterShutdownHook(false);
                loading.setDefaultProperties(TestDatabase.settings(address, true, filling));
                loading.run("--jgt.sample.load=true", "--server.port=0").close();
                FileTree.move(filling, files);
            });
        }
        DatabaseAddress address = copy(template);
        FileTree.link(files, files(address));
        return address;
    }

    /** One for all: a copied database must open with what sealed its template. */
    public static Path sealingKey() {
        return KEPT.resolve("sealing.key");
    }

    /** Where the files of a test's database lie. */
    public static Path files(DatabaseAddress address) {
        return FILES.resolve(address.url().substring(address.url().lastIndexOf('/') + 1));
    }

    private interface Filling {
        void fill(DatabaseAddress address);
    }

    private void build(String template, Filling filling) {
        String building = template + "_building";
        execute("DROP DATABASE IF EXISTS " + building + " WITH (FORCE)");
        EmbeddedDatabase.create(postgres, building, "template1");
        filling.fill(EmbeddedDatabase.address(postgres, building));
        execute("ALTER DATABASE " + building + " RENAME TO " + template);
    }

    private DatabaseAddress copy(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        EmbeddedDatabase.create(postgres, name, template);
        return EmbeddedDatabase.address(postgres, name);
    }

    private void dropLeftovers() {
        FileTree.delete(FILES);
        for (String database : databases()) {
            boolean old = database.startsWith("test_") || database.endsWith("_building")
                    || ((database.startsWith("empty_") || database.startsWith("sample_")) && !database.endsWith(stamp));
            if (old) {
                execute("DROP DATABASE " + database + " WITH (FORCE)");
            }
        }
    }

    /** Takes away rows that the application itself may only add, as nobody else could make them go. */
    public void remove(String url, List<String> statements) {
        try (Connection connection = postgres.superuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of a test cannot be taken away", e);
        }
    }

    private List<String> databases() {
        List<String> names = new ArrayList<>();
        try (Connection connection = postgres.superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("the databases cannot be listed", e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = postgres.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
