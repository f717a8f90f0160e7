package org.jiaogongti.platform.evidence.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.evidence.FileKind;

/**
 * What a file is, from its first bytes and, for Office files, from its table of contents; nothing is inflated, so a
 * bomb stays a small file.
 */
public final class Sniffing {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int END_OF_CONTENTS = 0x06054b50;
    private static final int CONTENTS_ENTRY = 0x02014b50;
    private static final int MOST_ENTRIES = 2_000;
    /** An Office file may inflate to at most this many bytes. */
    private static final long MOST_INFLATED = 200_000_000;

    private Sniffing() {}

    /** Empty where the content is none of the kinds that are kept. */
    public static Optional<FileKind> kindOf(byte[] file) {
        if (starts(file, JPEG)) {
            return Optional.of(FileKind.JPEG);
        }
        if (starts(file, PNG)) {
            return Optional.of(FileKind.PNG);
        }
        if (starts(file, PDF)) {
            return looksLikePage(file) ? Optional.empty() : Optional.of(FileKind.PDF);
        }
        return starts(file, ZIP) ? office(file) : Optional.empty();
    }

    private static boolean starts(byte[] file, byte[] with) {
        return file.length > with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    /** A PDF that is also a web page within what a browser looks at (WHATWG MIME Sniffing: 1,445 bytes). */
    private static boolean looksLikePage(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 1_445), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return head.contains("<html") || head.contains("<script") || head.contains("<svg");
    }

    /** Reads the central directory (PKWARE APPNOTE 4.3.12) by hand: names and sizes only. */
    private static Optional<FileKind> office(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int end = endOfContents(bytes);
        if (end < 0) {
            return Optional.empty();
        }
        int entries = bytes.getShort(end + 10) & 0xFFFF;
        if (entries > MOST_ENTRIES) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        long inflated = 0;
        int at = bytes.getInt(end + 16);
        for (int i = 0; i < entries; i++) {
            if (at < 0 || at + 46 > file.length || bytes.getInt(at) != CONTENTS_ENTRY) {
                return Optional.empty();
            }
            int nameLength = bytes.getShort(at + 28) & 0xFFFF;
            if (at + 46 + nameLength > file.length) {
                return Optional.empty();
            }
            inflated += bytes.getInt(at + 24) & 0xFFFFFFFFL;
            names.add(new String(file, at + 46, nameLength, StandardCharsets.UTF_8));
            at += 46 + nameLength + (bytes.getShort(at + 30) & 0xFFFF) + (bytes.getShort(at + 32) & 0xFFFF);
        }
        return inflated > MOST_INFLATED ? Optional.empty() : officeKind(names);
    }

    private static Optional<FileKind> officeKind(Set<String> names) {
        boolean macros = names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"));
        if (macros || !names.contains("[Content_Types].xml")) {
            return Optional.empty();
        }
        if (names.contains("word/document.xml")) {
            return Optional.of(FileKind.DOCX);
        }
        return names.contains("xl/workbook.xml") ? Optional.of(FileKind.XLSX) : Optional.empty();
    }

    private static int endOfContents(ByteBuffer bytes) {
        int last = bytes.limit() - 22;
        for (int at = last; at >= 0 && at > last - 65_536; at--) {
            if (bytes.getInt(at) == END_OF_CONTENTS) {
                return at;
            }
        }
        return -1;
    }
}
