package org.jiaogongti.measurement.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jiaogongti.measurement.ScoreMatrix;

/**
 * A chunk of scores as bits. The idea: a score is a sum of powers of two, so the sum of products of two items over
 * persons is a sum over their bits of 2^(a+b) times the persons who have both bits, and 64 persons are counted by one
 * AND and one population count. An item scored 0/1 has one plane, an item up to 5 points three. Rows of bytes become
 * rows of bits eight bytes at a time (mask, multiply, shift), and 64 rows become columns by the butterfly transposition
 * of a 64 x 64 bit matrix (Warren, Hacker's Delight, 7-3). All sums are whole numbers, so their order does not matter.
 */
public final class BitPlanes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long GATHER = 0x0102040810204080L;
    private static final int WORDS = ScoreMatrix.CHUNK / 64;

    private final int items;
    private final int groups;
    private final int bits;
    private final boolean complete;
    private final int[] firstPlane;
    private final int planes;
    private final long[] columns;
    private final long[] square = new long[64];
    private final int[] totals = new int[ScoreMatrix.CHUNK];

    /**
     * @param maxima   each item's largest score
     * @param complete whether no answer is missing, so that nobody need be looked for
     */
    public BitPlanes(int[] maxima, boolean complete) {
        this.items = maxima.length;
        this.groups = (items + 63) / 64;
        this.complete = complete;
        this.firstPlane = new int[items + 1];
        int widest = 1;
        for (int j = 0; j < items; j++) {
            int width = Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(0, maxima[j])));
            firstPlane[j + 1] = firstPlane[j] + width;
            widest = Math.max(widest, width);
        }
        this.bits = widest;
        this.planes = firstPlane[items];
        this.columns = new long[planes * WORDS];
    }

    /** Planes of all items together. */
    public int planes() {
        return planes;
    }

    /** The first plane of an item; its bit b is the plane b further on. The entry after the last item is the end. */
    public int firstPlane(int item) {
        return firstPlane[item];
    }

    /** The chunk's totals after {@link #load}; -1 for a person who is left out because an answer is missing. */
    public int[] totals() {
        return totals;
    }

    /** Takes a chunk: its totals and its planes. */
    public void load(byte[] chunk, int persons) {
        int words = (persons + 63) / 64;
        for (int w = 0; w < words; w++) {
            int first = w * 64;
            int rows = Math.min(64, persons - first);
            for (int i = 0; i < rows; i++) {
                totals[first + i] = complete || whole(chunk, (first + i) * items) ? 0 : -1;
            }
            for (int bit = 0; bit < bits; bit++) {
                for (int group = 0; group < groups; group++) {
                    rows(chunk, first, rows, bit, group);
                    transpose(square);
                    store(w, bit, group);
                }
            }
        }
        for (int p = 0; p < planes; p++) {
            for (int w = words; w < WORDS; w++) {
                columns[p * WORDS + w] = 0;
            }
        }
    }

    private boolean whole(byte[] chunk, int from) {
        for (int j = from; j < from + items; j++) {
            if (chunk[j] == ScoreMatrix.MISSING_BYTE) {
                return false;
            }
        }
        return true;
    }

    /** One bit of 64 persons on 64 items as rows; what it adds to the totals. */
    private void rows(byte[] chunk, int first, int rows, int bit, int group) {
        int from = group * 64;
        int count = Math.min(64, items - from);
        for (int i = 0; i < rows; i++) {
            long row = 0;
            if (totals[first + i] >= 0) {
                row = row(chunk, (first + i) * items + from, count, bit);
                totals[first + i] += Long.bitCount(row) << bit;
            }
            square[i] = row;
        }
        for (int i = rows; i < 64; i++) {
            square[i] = 0;
        }
    }

    private static long row(byte[] chunk, int at, int count, int bit) {
        long row = 0;
        int j = 0;
        for (; j + 8 <= count; j += 8) {
            long eight = (long) LONGS.get(chunk, at + j);
            row |= ((((eight >>> bit) & LOW_BITS) * GATHER) >>> 56) << j;
        }
        int left = count - j;
        if (left > 0) {
            long eight;
            if (at + j + 8 <= chunk.length) {
                eight = (long) LONGS.get(chunk, at + j) & (-1L >>> (64 - 8 * left));
            } else {
                eight = 0;
                for (int b = 0; b < left; b++) {
                    eight |= (chunk[at + j + b] & 0xFFL) << (8 * b);
                }
            }
            row |= ((((eight >>> bit) & LOW_BITS) * GATHER) >>> 56) << j;
        }
        return row;
    }

    private void store(int word, int bit, int group) {
        int from = group * 64;
        int count = Math.min(64, items - from);
        for (int j = 0; j < count; j++) {
            int plane = firstPlane[from + j] + bit;
            if (plane < firstPlane[from + j + 1]) {
                columns[plane * WORDS + word] = square[j];
            }
        }
    }

    /** Bit j of word i becomes bit i of word j. */
    static void transpose(long[] square) {
        long mask = 0x00000000FFFFFFFFL;
        for (int width = 32; width != 0; width >>>= 1) {
            for (int i = 0; i < 64; i = (i + width + 1) & ~width) {
                long swapped = ((square[i] >>> width) ^ square[i + width]) & mask;
                square[i] ^= swapped << width;
                square[i + width] ^= swapped;
            }
            mask ^= mask << (width >>> 1);
        }
    }

    /**
     * Adds, for every pair of planes p ≤ q, how many persons of the chunk have both bits.
     *
     * @param pairs a square of {@link #planes} rows
     */
    public void addPairs(long[] pairs) {
        for (int p = 0; p < planes; p++) {
            for (int q = p; q < planes; q++) {
                pairs[p * planes + q] += both(columns, p * WORDS, q * WORDS);
            }
        }
    }

    private static int both(long[] columns, int one, int other) {
        int count = 0;
        for (int w = 0; w < WORDS; w++) {
            count += Long.bitCount(columns[one + w] & columns[other + w]);
        }
        return count;
    }
}
