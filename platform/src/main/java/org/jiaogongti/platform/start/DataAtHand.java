package org.jiaogongti.platform.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.database.EmbeddedDatabase;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * An installation's data for a command of the shell, whether a server is running on it or not. A database that was started for
 * the command is stopped after it, also by Ctrl-C.
 */
final class DataAtHand implements AutoCloseable {

    private final DatabaseAddress address;
    private final Path folder;
    private final Map<String, String> environment;
    private final @Nullable FolderLock lock;
    private final @Nullable EmbeddedPostgres postgres;
    private final @Nullable Thread stop;

    private DataAtHand(DatabaseAddress address, Path folder, Map<String, String> environment,
            @Nullable FolderLock lock, @Nullable EmbeddedPostgres postgres) {
        this.address = address;
        this.folder = folder;
        this.environment = environment;
        this.lock = lock;
        this.postgres = postgres;
        this.stop = postgres == null || lock == null ? null : new Thread(postgres::close, "stop-postgres");
        if (stop != null) {
            Runtime.getRuntime().addShutdownHook(stop);
        }
    }

    /** What is there for real work; refused where nothing is. */
    static DataAtHand existing() throws IOException {
        DataFolders folders = DataFolders.fromEnvironment();
        return existing(folders, folders.root(), false);
    }

    /** What is there, or the sample world of a day; refused where nothing is. */
    static DataAtHand existing(boolean demo, LocalDate date) throws IOException {
        DataFolders folders = DataFolders.fromEnvironment();
        return existing(folders, demo ? folders.demo(date) : folders.root(), demo);
    }

    private static DataAtHand existing(DataFolders folders, Path folder, boolean demo) throws IOException {
        if ((demo || OpenDatabase.external(System.getenv()).isEmpty()) && !OpenDatabase.exists(folder)) {
            throw new StartRefused("这里没有数据：" + folder + "\nThere is no data in " + folder
                    + "; name its folder in JGT_DATA, or add --demo (and --date).");
        }
        return open(folder, folders.cache(), demo ? Map.of() : System.getenv());
    }

    /** The real data, made where there is none yet. */
    static DataAtHand ofServe() throws IOException {
        DataFolders folders = DataFolders.fromEnvironment();
        return open(folders.root(), folders.cache(), System.getenv());
    }

    private static DataAtHand open(Path folder, Path cache, Map<String, String> environment) throws IOException {
        Optional<OpenDatabase> external = OpenDatabase.external(environment);
        if (external.isPresent()) {
            return new DataAtHand(external.get().address(), folder, environment, null, null);
        }
        Optional<FolderLock> lock = FolderLock.tryAcquire(folder);
        EmbeddedPostgres postgres = OpenDatabase.embedded(folder, cache, _ -> {});
        // A server that was not started here belongs to the application that is running on it.
        DatabaseAddress address = lock.isPresent()
                ? OpenDatabase.of(postgres).address()
                : EmbeddedDatabase.address(postgres, DatabaseAddress.NAME);
        return new DataAtHand(address, folder, environment, lock.orElse(null), postgres);
    }

    DatabaseAddress address() {
        return address;
    }

    Path files() {
        return folder.resolve("files");
    }

    SealingKey sealingKey() {
        return SealingKey.of(folder, environment);
    }

    HeadPlaces headPlaces() {
        return HeadPlaces.of(folder, environment);
    }

    /** Whether an application may be at work on it: certain for the embedded database, unknown for a server of one's own. */
    boolean served() {
        return postgres != null && lock == null;
    }

    @Override
    public void close() throws IOException {
        if (postgres != null && lock != null && stop != null) {
            Runtime.getRuntime().removeShutdownHook(stop);
            postgres.close();
            lock.close();
        }
    }
}
