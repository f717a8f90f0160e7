package org.jiaogongti.platform.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/** The random passwords of the three database roles, made once and kept in a file that only its owner reads. */
record Secrets(String superuser, String owner, String app) {

    static Secrets load(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            Properties read = new Properties();
            read.load(new StringReader(Files.readString(file)));
            return new Secrets(value(read, "superuser", file), value(read, "owner", file), value(read, "app", file));
        } catch (IOException e) {
            throw new PostgresException("The database passwords in " + file + " cannot be read or written.\n"
                    + "Check who owns the folder and whether the disk is full.", e);
        }
    }

    private static void create(Path file) throws IOException {
        SecureRandom chance = new SecureRandom();
        String text = "superuser=" + random(chance) + "\nowner=" + random(chance) + "\napp=" + random(chance) + "\n";
        writePrivate(file, text);
    }

    /** Writes a file of mode 0600 whole or not at all. */
    static void writePrivate(Path file, String text) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        try (FileChannel channel = FileChannel.open(half,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random(SecureRandom chance) {
        byte[] bytes = new byte[24];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String value(Properties read, String key, Path file) {
        String value = read.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new PostgresException("The line " + key + "=… is missing in " + file + ".\n"
                    + "Put back the file from a backup: without it the data in its folder cannot be opened.");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
