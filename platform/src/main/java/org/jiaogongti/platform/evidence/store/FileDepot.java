package org.jiaogongti.platform.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files on disk, named by the hash of their bytes. A name appears only when its bytes are on the disk: written beside,
 * forced, renamed. A file whose row never came is swept away later.
 */
public final class FileDepot {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DISTRICT = Pattern.compile("[0-9]{6}");
    private static final String THUMBNAIL = ".thumb.jpg";
    private static final int BLOCK = 1 << 16;

    private final Path root;

    public FileDepot(Path root) {
        this.root = root;
    }

    public void keep(String district, String sha256, byte[] bytes) throws IOException {
        Path target = path(district, sha256);
        if (!Files.exists(target)) {
            write(target, bytes);
        }
    }

    public boolean has(String district, String sha256) {
        return Files.exists(path(district, sha256));
    }

    public void keepThumbnail(String district, String sha256, byte[] bytes) throws IOException {
        write(thumbnailPath(district, sha256), bytes);
    }

    public byte[] read(String district, String sha256) throws IOException {
        return Files.readAllBytes(path(district, sha256));
    }

    /** For copies that must not lie in memory. */
    public InputStream open(String district, String sha256) throws IOException {
        return Files.newInputStream(path(district, sha256));
    }

    /** Keeps what is read; what was kept before under this name is replaced by the same bytes. */
    public void keep(String district, String sha256, InputStream bytes) throws IOException {
        write(path(district, sha256), out -> {
            byte[] block = new byte[BLOCK];
            for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
                fully(out, ByteBuffer.wrap(block, 0, read));
            }
        });
    }

    /** Districts that have a folder, known to the database or not. */
    public List<String> districts() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> folder.getFileName().toString()).filter(DISTRICT.asMatchPredicate()).sorted()
                    .toList();
        }
    }

    /** Removes everything of a district, previews too. */
    public void removeAll(String district) throws IOException {
        Path folder = root.resolve(checked(DISTRICT, district));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(path);
                }
            }
        }
    }

    public boolean hasThumbnail(String district, String sha256) {
        return Files.exists(thumbnailPath(district, sha256));
    }

    public byte[] readThumbnail(String district, String sha256) throws IOException {
        return Files.readAllBytes(thumbnailPath(district, sha256));
    }

    /** Hashes that lie on disk longer than {@code age}, previews left out. */
    public List<String> hashesOlderThan(String district, Duration age, Instant now) throws IOException {
        Path folder = root.resolve(checked(DISTRICT, district));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> hashes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (HASH.matcher(name).matches() && older(file, age, now)) {
                    hashes.add(name);
                }
            }
        }
        return hashes;
    }

    public void remove(String district, String sha256) throws IOException {
        Files.deleteIfExists(path(district, sha256));
        Files.deleteIfExists(thumbnailPath(district, sha256));
    }

    /** Removes half-written files that a crash left behind; returns how many. */
    public int removeLeftovers(Duration age, Instant now) throws IOException {
        Path incoming = root.resolve("incoming");
        if (!Files.isDirectory(incoming)) {
            return 0;
        }
        int removed = 0;
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (older(file, age, now) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    private static boolean older(Path file, Duration age, Instant now) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(age));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** What fills a file. */
    private interface Filling {
        void into(FileChannel out) throws IOException;
    }

    private static void fully(FileChannel out, ByteBuffer left) throws IOException {
        while (left.hasRemaining()) {
            out.write(left);
        }
    }

    private void write(Path target, byte[] bytes) throws IOException {
        write(target, out -> fully(out, ByteBuffer.wrap(bytes)));
    }

    private void write(Path target, Filling filling) throws IOException {
        Path incoming = Files.createDirectories(root.resolve("incoming"));
        Path temporary = incoming.resolve(UUID.randomUUID().toString());
        try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            filling.into(out);
            out.force(true);
        } catch (IOException failed) {
            Files.deleteIfExists(temporary);
            throw failed;
        }
        Path folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    /** A rename is on the disk only when its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path path(String district, String sha256) {
        String hash = checked(HASH, sha256);
        return root.resolve(checked(DISTRICT, district)).resolve(hash.substring(0, 2)).resolve(hash);
    }

    private Path thumbnailPath(String district, String sha256) {
        Path file = path(district, sha256);
        return file.resolveSibling(file.getFileName() + THUMBNAIL);
    }

    private static String checked(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no part of a path.\nPass a hash or district code.");
        }
        return text;
    }
}
