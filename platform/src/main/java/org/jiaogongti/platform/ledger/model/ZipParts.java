package org.jiaogongti.platform.ledger.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive written file by file, block by block: in memory there is one block and a line for each file. Names carry the
 * mark that they are UTF-8.
 */
public final class ZipParts {

    private static final int BLOCK = 1 << 16;

    private final ZipOutputStream zip;
    private final SafeNames names;
    private final List<Entry> entries = new ArrayList<>();

    public ZipParts(OutputStream out, SafeNames names) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.names = names;
    }

    /** A file of the archive. */
    public record Entry(String path, String sha256) {}

    /** Writes a file's bytes and leaves the stream open. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public Entry add(String folder, String name, Content content) throws IOException {
        String path = names.file(folder, name);
        zip.putNextEntry(new ZipEntry(path));
        MessageDigest sha256 = sha256();
        content.writeTo(new Kept(new DigestOutputStream(zip, sha256)));
        zip.closeEntry();
        Entry entry = new Entry(path, HexFormat.of().formatHex(sha256.digest()));
        entries.add(entry);
        return entry;
    }

    /** Copies what is read. */
    public Entry copy(String folder, String name, InputStream bytes) throws IOException {
        return add(folder, name, out -> {
            byte[] block = new byte[BLOCK];
            for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
                out.write(block, 0, read);
            }
        });
    }

    /** The sums of all files so far, as {@code sha256sum --check} reads them, and the end of the archive. */
    public void finish(String manifest) throws IOException {
        List<Entry> all = List.copyOf(entries);
        add("", manifest, out -> {
            for (Entry entry : all) {
                out.write((entry.sha256() + "  " + entry.path() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        zip.finish();
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is missing.\nUse a complete Java runtime.", impossible);
        }
    }

    /** What writes into a file of the archive must not close the archive. */
    private static final class Kept extends OutputStream {

        private final OutputStream to;

        Kept(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int octet) throws IOException {
            to.write(octet);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.flush();
        }
    }
}
