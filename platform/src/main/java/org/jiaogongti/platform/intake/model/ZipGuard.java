package org.jiaogongti.platform.intake.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks at a packed workbook before anything is unpacked into memory: number of parts, their sizes, macros, document type
 * declarations (which could name files of this machine), links to other files.
 */
final class ZipGuard {

    private static final int TAIL = 65_557;
    private static final int END = 22;
    private static final int ENTRY_COUNT = 10;
    private static final int XML_HEAD = 4_096;
    private static final int BLOCK = 1 << 16;
    private static final long LARGE = 1L << 20;

    private ZipGuard() {}

    static void check(Path file) throws IOException, Unreadable {
        if (entries(file) > Limits.ENTRIES) {
            throw new Unreadable("intake.file.bomb");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new Unreadable("intake.file.no-table");
            }
            long unpacked = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                unpacked += sized(entry);
                if (unpacked > Limits.UNPACKED) {
                    throw new Unreadable("intake.file.bomb");
                }
                look(zip, entry);
            }
        } catch (ZipException broken) {
            throw new Unreadable("intake.file.broken");
        }
    }

    private static long sized(ZipEntry entry) throws Unreadable {
        long size = entry.getSize();
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith("vbaproject.bin")) {
            throw new Unreadable("intake.file.macro");
        }
        boolean dense = size > LARGE && size / Math.max(1, entry.getCompressedSize()) > Limits.RATIO;
        if (size < 0 || dense || (name.endsWith("sharedstrings.xml") && size > Limits.SHARED_TEXTS)) {
            throw new Unreadable("intake.file.bomb");
        }
        return size;
    }

    /** Unpacks a part once, without keeping it, for its directory may lie about its size. */
    private static void look(ZipFile zip, ZipEntry entry) throws IOException, Unreadable {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            String head = new String(in.readNBytes(XML_HEAD), StandardCharsets.ISO_8859_1).replace("\u0000", "");
            if (head.contains("<!DOCTYPE") || head.contains("<!ENTITY")) {
                throw new Unreadable("intake.file.entity", entry.getName());
            }
            if (name.startsWith("xl/externallinks/") || (name.endsWith(".rels") && head.contains("file:"))) {
                throw new Unreadable("intake.file.links", entry.getName());
            }
            byte[] block = new byte[BLOCK];
            long read = head.length();
            for (int more = in.read(block); more >= 0; more = in.read(block)) {
                read += more;
                if (read > entry.getSize() + XML_HEAD) {
                    throw new Unreadable("intake.file.bomb");
                }
            }
        }
    }

    /** The number in the end record, read without opening the directory; with more than 65,534 it says so itself. */
    private static int entries(Path file) throws IOException, Unreadable {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), TAIL);
            byte[] tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            for (int at = length - END; at >= 0; at--) {
                if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                    return (tail[at + ENTRY_COUNT] & 0xFF) | (tail[at + ENTRY_COUNT + 1] & 0xFF) << Byte.SIZE;
                }
            }
        }
        throw new Unreadable("intake.file.broken");
    }
}
