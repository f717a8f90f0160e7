package org.jiaogongti.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sample world as the build has left it: loaded by this very code when the start was rehearsed, its database stopped. A
 * demo whose data folder is empty, or of an earlier build, takes a copy of it instead of loading the same again.
 */
final class PreparedSample {

    private static final Path MARK = Path.of(DemoData.MARK);
    /** Without it the database's folder counts as half made, and is made anew. */
    private static final Path CLUSTER = Path.of("postgres", "cluster.ready");
    /** What makes room for the copy; the mark goes first, so that nothing half deleted passes for whole. */
    private static final List<String> OLD = List.of(DemoData.MARK, "postgres", "files", HeadPlaces.FOLDER);
    private static final Path RUNNING = Path.of("postgres", "cluster", "postmaster.pid");

    private PreparedSample() {}

    /**
     * Copies the whole or nothing, in place of what another build has loaded.
     *
     * @param prepared a demo's data folder that the build has made for the same day
     * @param stamp what the running code would make
     */
    static boolean copied(Path prepared, Path folder, String stamp) {
        if (Files.exists(folder.resolve(RUNNING))) {
            // A database that a killed demo has left running: it is taken over, not replaced.
            return false;
        }
        try {
            if (!fits(prepared, stamp)) {
                return false;
            }
            Optional<FolderLock> lock = FolderLock.tryAcquire(prepared);
            return lock.isPresent() && copied(lock.get(), prepared, folder, stamp);
        } catch (IOException e) {
            // A disk that is full, or a file of somebody else's: what is half there is no database, and is loaded anew.
            return false;
        }
    }

    /** The build may have changed it until the lock was held. */
    private static boolean copied(FolderLock lock, Path prepared, Path folder, String stamp) throws IOException {
        try (lock) {
            if (Files.exists(prepared.resolve(RUNNING)) || !fits(prepared, stamp)) {
                return false;
            }
            for (String old : OLD) {
                DemoData.deleteFiles(folder.resolve(old));
            }
            copyTree(prepared, folder);
            return true;
        }
    }

    private static boolean fits(Path prepared, String stamp) throws IOException {
        Path mark = prepared.resolve(MARK);
        return Files.isReadable(mark) && Files.readString(mark).strip().equals(stamp);
    }

    /** The marks that say it is whole come last. Nothing waits for the disk: what a power cut takes is sample data. */
    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.map(from::relativize).filter(PreparedSample::wanted).toList()) {
                copy(from.resolve(path), to.resolve(path));
            }
        }
        copy(from.resolve(CLUSTER), to.resolve(CLUSTER));
        copy(from.resolve(MARK), to.resolve(MARK));
    }

    /** Not the folder itself, nor what belongs to the run that made it. */
    private static boolean wanted(Path path) {
        @Nullable
        Path name = path.getFileName();
        return name != null && !path.equals(MARK) && !path.equals(CLUSTER) && !path.toString().isEmpty()
                && !name.toString().startsWith("running.") && !name.toString().endsWith(".log");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }
}
