package org.jiaogongti.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once per version into a cache folder. */
record Binaries(Path home) {

    private static final String HELP = "Put JGT_DATABASE_URL to a PostgreSQL 18 server of your own instead.";

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Unpacks into {@code cache} unless this version is already there; two processes may try at once. */
    static Binaries unpacked(Path cache, Consumer<String> says) {
        Architecture architecture = Architecture.current();
        Path home = cache.toAbsolutePath().resolve("postgres-" + version() + "-" + architecture.folder);
        if (Files.isDirectory(home)) {
            return new Binaries(home);
        }
        try {
            Files.createDirectories(cache);
            Path lockFile = cache.resolve("unpacking.lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!Files.isDirectory(home) && lock.isValid()) {
                    says.accept("解开数据库程序（只在第一次） · unpacking the database, once");
                    unpack(architecture, home);
                }
            }
        } catch (IOException e) {
            throw new PostgresException("The database programs cannot be unpacked into " + cache + ".\n"
                    + "Check that the folder can be written and holds 80 MB, or name another one in JGT_CACHE.", e);
        }
        return new Binaries(home);
    }

    private static void unpack(Architecture architecture, Path home) throws IOException {
        Path half = home.resolveSibling(home.getFileName() + ".half");
        deleteTree(half);
        Files.createDirectories(half);
        try (InputStream packed = Binaries.class.getResourceAsStream("/" + architecture.resource)) {
            if (packed == null) {
                throw new PostgresException("This build holds no PostgreSQL for " + architecture + ".\n" + HELP);
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(
                    new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(tar, entry, half);
                }
            }
        }
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
            throw new PostgresException("The unpacked database programs cannot be moved to " + home + ".\n"
                    + "Delete that folder and start again.", e);
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry points outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String version() {
        try (InputStream in = Binaries.class.getResourceAsStream("/jgt-build.properties")) {
            Properties build = new Properties();
            if (in != null) {
                build.load(in);
            }
            String version = build.getProperty("postgres.binaries");
            if (version == null) {
                throw new PostgresException("jgt-build.properties is not on the class path.\n"
                        + "Build the project with ./mvnw before starting it.");
            }
            return version;
        } catch (IOException e) {
            throw new PostgresException("jgt-build.properties cannot be read.\nBuild the project again.", e);
        }
    }

    private enum Architecture {
        X86_64("x86_64", "postgres-linux-x86_64.txz"), ARM_64("arm_64", "postgres-linux-arm_64.txz");

        private final String folder;
        private final String resource;

        Architecture(String folder, String resource) {
            this.folder = folder;
            this.resource = resource;
        }

        static Architecture current() {
            String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
            if (system.contains("linux")) {
                switch (machine) {
                    case "amd64", "x86_64" -> {
                        return X86_64;
                    }
                    case "aarch64", "arm64" -> {
                        return ARM_64;
                    }
                    default -> {
                    }
                }
            }
            throw new PostgresException("The embedded database runs on Linux x86-64 and arm64, not on " + system + " "
                    + machine + ".\n" + HELP);
        }
    }
}
