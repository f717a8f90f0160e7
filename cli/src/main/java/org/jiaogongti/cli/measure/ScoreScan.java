package org.jiaogongti.cli.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The quick way to read a file that is nothing but short whole numbers and empty fields. The file is cut into regions;
 * each reads the rows that start in it, all regions at once and never more than a block of text held; then the regions'
 * rows are put side by side into the chunks of the matrix. Four single digits with their commas are one word of eight
 * bytes, checked and packed without a branch for each. At anything else (a quote, a sign, a blank, a row of another
 * length) it gives up and the slow way, which can say what is wrong where, takes over.
 */
final class ScoreScan {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long COMMA_PLACES = 0xFF00FF00FF00FF00L;
    private static final long COMMAS = 0x2C002C002C002C00L;
    private static final long ZEROS = 0x0030003000300030L;
    private static final long SIX = 0x0006000600060006L;
    private static final long ABOVE_NINE = 0x00F000F000F000F0L;
    private static final int MOST_REGIONS = 16;

    /** Bytes of text in hand: small enough for the processor's own memory, and the longest row that is read. */
    private static final int BLOCK = 1 << 18;

    private final int columns;
    private final List<byte[]> blocks = new ArrayList<>();
    private byte[] bytes;
    private int end;
    private int rows;

    private ScoreScan(byte[] bytes, int end, int columns) {
        this.bytes = bytes;
        this.end = end;
        this.columns = columns;
    }

    /** All columns of all rows from a place on, or null where the quick way does not do. */
    static byte @Nullable [][] read(byte[] bytes, int from, int columns) {
        ScoreScan scan = new ScoreScan(bytes, bytes.length, columns);
        return scan.rows(from, bytes.length) == bytes.length ? chunks(List.of(scan), columns) : null;
    }

    /** The same from a file that is larger than one would like to hold. */
    static byte @Nullable [][] read(Path file, long from, int columns) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            int regions = Math.clamp((size - from) / (4 * BLOCK), 1, MOST_REGIONS);
            AtomicBoolean odd = new AtomicBoolean();
            List<ScoreScan> scans = IntStream.range(0, regions).parallel().mapToObj(region -> {
                ScoreScan scan = new ScoreScan(new byte[BLOCK], 0, columns);
                if (!odd.get() && !scan.region(channel, from, from + (size - from) * region / regions,
                        from + (size - from) * (region + 1) / regions)) {
                    odd.set(true);
                }
                scan.bytes = new byte[0];
                return scan;
            }).toList();
            return odd.get() ? null : chunks(scans, columns);
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /** Reads the rows that start in a part of the file, block by block. */
    private boolean region(FileChannel channel, long first, long from, long to) {
        // One byte more in front shows whether a row starts just there.
        long base = from == first ? from : from - 1;
        boolean skip = from > first;
        while (base < to) {
            fill(channel, base);
            int at = 0;
            if (skip) {
                while (at < end && bytes[at] != '\n') {
                    at++;
                }
                at++;
                skip = false;
                if (base + at >= to) {
                    return true;
                }
            }
            boolean last = end < bytes.length;
            int whole = end;
            while (!last && whole > at && bytes[whole - 1] != '\n') {
                whole--;
            }
            int limit = (int) Math.min(whole, to - base);
            int next = rows(at, limit);
            if (next <= at) {
                return false;
            }
            base += next;
        }
        return true;
    }

    private void fill(FileChannel channel, long base) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining() && channel.read(buffer, base + buffer.position()) >= 0) {
                // a read may stop short
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        end = buffer.position();
    }

    /** Reads the rows that start before a limit; where the next one starts, or -1. */
    private int rows(int from, int limit) {
        int at = from;
        while (at >= 0 && at < limit) {
            int place = rows % ScoreMatrix.CHUNK * columns;
            if (place == 0) {
                blocks.add(new byte[Math.min(ScoreMatrix.CHUNK, (limit - at) / columns + 1) * columns]);
            } else if (place == blocks.getLast().length) {
                blocks.set(blocks.size() - 1, Arrays.copyOf(blocks.getLast(), ScoreMatrix.CHUNK * columns));
            }
            at = row(at, blocks.getLast(), place);
            rows++;
        }
        return at;
    }

    private static byte[][] chunks(List<ScoreScan> scans, int columns) {
        int[] firsts = new int[scans.size() + 1];
        for (int s = 0; s < scans.size(); s++) {
            firsts[s + 1] = firsts[s] + scans.get(s).rows;
        }
        byte[][] chunks = ScoreMatrix.chunks(firsts[scans.size()], columns);
        IntStream.range(0, scans.size()).parallel().forEach(s -> {
            ScoreScan scan = scans.get(s);
            for (int row = 0; row < scan.rows;) {
                int to = firsts[s] + row;
                int count = Math.min(scan.rows - row, Math.min(ScoreMatrix.CHUNK - to % ScoreMatrix.CHUNK,
                        ScoreMatrix.CHUNK - row % ScoreMatrix.CHUNK));
                System.arraycopy(scan.blocks.get(row / ScoreMatrix.CHUNK), row % ScoreMatrix.CHUNK * columns,
                        chunks[to / ScoreMatrix.CHUNK], to % ScoreMatrix.CHUNK * columns, count * columns);
                row += count;
            }
        });
        return chunks;
    }

    /** Reads a row into a chunk; the start of the next row, or -1. */
    private int row(int start, byte[] chunk, int to) {
        int at = start;
        int column = 0;
        while (column < columns) {
            if (column + 4 < columns && at + 8 <= end) {
                long eight = (long) LONGS.get(bytes, at);
                long digits = (eight & ~COMMA_PLACES) ^ ZEROS;
                if ((eight & COMMA_PLACES) == COMMAS && ((digits | (digits + SIX)) & ABOVE_NINE) == 0) {
                    long pairs = digits | digits >>> 8;
                    INTS.set(chunk, to + column, (int) ((pairs & 0xFFFF) | (pairs >>> 16 & 0xFFFF0000L)));
                    column += 4;
                    at += 8;
                    continue;
                }
            }
            at = field(at, chunk, to + column, column == columns - 1);
            if (at < 0) {
                return -1;
            }
            column++;
        }
        return at;
    }

    /** Reads one field and what ends it; the place after it, or -1. */
    private int field(int start, byte[] chunk, int to, boolean last) {
        int at = start;
        int number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            number = number * 10 + bytes[at] - '0';
            at++;
            if (at - start > 3) {
                return -1;
            }
        }
        if (number > ScoreMatrix.LARGEST) {
            return -1;
        }
        chunk[to] = at == start ? ScoreMatrix.MISSING_BYTE : (byte) number;
        if (!last) {
            return at < end && bytes[at] == ',' ? at + 1 : -1;
        }
        if (at < end && bytes[at] == '\r') {
            at++;
        }
        if (at == end) {
            return at;
        }
        return bytes[at] == '\n' ? at + 1 : -1;
    }
}
