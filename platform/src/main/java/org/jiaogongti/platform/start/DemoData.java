package org.jiaogongti.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.jiaogongti.platform.postgres.PostgresException;

/** Whether the demo's data is still what this build would make; what is stale or half loaded is made anew. */
final class DemoData {

    /** Names the build whose data this is; written when all of it is there. */
    static final String MARK = "sample.stamp";

    private final StartPlan plan;
    private final String stamp;
    private final Path mark;
    private final boolean stale;

    DemoData(StartPlan plan, String stamp) throws IOException {
        this.plan = plan;
        this.stamp = stamp;
        this.mark = plan.folder().resolve(MARK);
        boolean other = plan.demo()
                && (plan.fresh() || !Files.exists(mark) || !Files.readString(mark).strip().equals(stamp));
        this.stale = other && (plan.fresh() || plan.prepared()
                .filter(prepared -> PreparedSample.copied(prepared, plan.folder(), stamp)).isEmpty());
    }

    boolean mustLoad() {
        return stale;
    }

    /** Before the start looks at the folder: from here on the data counts as half loaded. */
    void clearIfStale() throws IOException {
        if (stale) {
            Files.deleteIfExists(mark);
            deleteFiles(plan.folder().resolve("files"));
            // Heads of the journal that is dropped.
            deleteFiles(plan.folder().resolve(HeadPlaces.FOLDER));
        }
    }

    void dropIfStale(EmbeddedPostgres postgres) {
        if (!stale) {
            return;
        }
        try (Connection connection = postgres.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DatabaseAddress.NAME + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new PostgresException("The old demo data cannot be dropped.\nDelete " + plan.folder() + ".", e);
        }
    }

    void loaded() throws IOException {
        if (stale) {
            Files.writeString(mark, stamp);
        }
    }

    static void deleteFiles(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
