package org.jiaogongti.measurement.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Sums of rows of bytes, apart for each of many keys. The idea: eight cells are added at once as one word, eight sums
 * side by side in a byte each, and a key's word sums are spread into its long sums before any byte could overflow,
 * after 255 / (largest score) rows.
 */
public final class RowSums {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long[] NONE = {};

    private final int items;
    private final int words;
    private final int most;
    private final long[][] packed;
    private final int[] pending;
    private final long[][] sums;

    /**
     * @param keys   rows are summed for keys from 0 to keys - 1
     * @param maxima each item's largest score
     */
    public RowSums(int keys, int items, int[] maxima) {
        this.items = items;
        this.words = (items + 7) / 8;
        this.most = 255 / Math.max(1, Arrays.stream(maxima).max().orElse(1));
        this.packed = new long[keys][];
        this.pending = new int[keys];
        this.sums = new long[keys][];
        Arrays.fill(packed, NONE);
        Arrays.fill(sums, NONE);
    }

    /** Adds the row at a place of a chunk; no cell of it is missing. */
    public void add(int key, byte[] chunk, int from) {
        long[] row = packed[key];
        if (row.length == 0) {
            row = new long[words];
            packed[key] = row;
            sums[key] = new long[items];
        }
        int whole = items / 8;
        for (int w = 0; w < whole; w++) {
            row[w] += (long) LONGS.get(chunk, from + 8 * w);
        }
        if (whole < words) {
            row[whole] += rest(chunk, from + 8 * whole, items - 8 * whole);
        }
        if (++pending[key] == most) {
            spread(key);
        }
    }

    private static long rest(byte[] chunk, int at, int count) {
        if (at + 8 <= chunk.length) {
            return (long) LONGS.get(chunk, at) & (-1L >>> (64 - 8 * count));
        }
        long rest = 0;
        for (int b = 0; b < count; b++) {
            rest |= (chunk[at + b] & 0xFFL) << (8 * b);
        }
        return rest;
    }

    private void spread(int key) {
        long[] row = packed[key];
        for (int j = 0; j < items; j++) {
            sums[key][j] += row[j / 8] >>> (j % 8 * 8) & 0xFF;
        }
        Arrays.fill(row, 0);
        pending[key] = 0;
    }

    /** For each key the sums of the items; empty where no row was added. */
    public long[][] sums() {
        for (int key = 0; key < sums.length; key++) {
            if (pending[key] > 0) {
                spread(key);
            }
        }
        return sums;
    }
}
