package org.jiaogongti.platform.evidence.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The two facts of a JPEG's Exif block (CIPA DC-008) that outlive re-encoding. Everything else, the place first of all,
 * is left behind.
 *
 * @param orientation 1 to 8, 1 = upright
 */
record Exif(int orientation, @Nullable LocalDateTime takenAt) {

    static final Exif NONE = new Exif(1, null);

    private static final int ORIENTATION = 0x0112;
    private static final int DATE_TIME = 0x0132;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int DATE_TIME_ORIGINAL = 0x9003;
    private static final int ASCII = 2;
    private static final int MOST_ENTRIES = 512;
    private static final DateTimeFormatter CAMERA = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

    /** Reads what it can; a broken block is as good as none. */
    static Exif of(byte[] jpeg) {
        ByteBuffer bytes = ByteBuffer.wrap(jpeg);
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            int length = bytes.getShort(at + 2) & 0xFFFF;
            if (marker == 0xDA || length < 2 || at + 2 + length > jpeg.length) {
                return NONE;
            }
            if (marker == 0xE1 && length > 16 && isExif(jpeg, at + 4)) {
                return tiff(bytes.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return NONE;
    }

    private static boolean isExif(byte[] jpeg, int at) {
        return new String(jpeg, at, 4, StandardCharsets.ISO_8859_1).equals("Exif");
    }

    private static Exif tiff(ByteBuffer block) {
        try {
            block.order(block.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int first = block.getInt(4);
            int orientation = value(block, first, ORIENTATION, 1);
            int details = value(block, first, EXIF_DIRECTORY, 0);
            LocalDateTime taken = details == 0 ? null : time(block, details, DATE_TIME_ORIGINAL);
            return new Exif(orientation < 1 || orientation > 8 ? 1 : orientation,
                    taken == null ? time(block, first, DATE_TIME) : taken);
        } catch (IndexOutOfBoundsException broken) {
            return NONE;
        }
    }

    private static int value(ByteBuffer block, int directory, int tag, int otherwise) {
        int entry = entry(block, directory, tag);
        if (entry < 0) {
            return otherwise;
        }
        return block.getShort(entry + 2) == 3 ? block.getShort(entry + 8) & 0xFFFF : block.getInt(entry + 8);
    }

    private static @Nullable LocalDateTime time(ByteBuffer block, int directory, int tag) {
        int entry = entry(block, directory, tag);
        if (entry < 0 || block.getShort(entry + 2) != ASCII || block.getInt(entry + 4) < 19) {
            return null;
        }
        byte[] text = new byte[19];
        block.get(block.getInt(entry + 8), text);
        try {
            return LocalDateTime.parse(new String(text, StandardCharsets.US_ASCII), CAMERA);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static int entry(ByteBuffer block, int directory, int tag) {
        int entries = Math.min(block.getShort(directory) & 0xFFFF, MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + 12 * i;
            if ((block.getShort(at) & 0xFFFF) == tag) {
                return at;
            }
        }
        return -1;
    }
}
