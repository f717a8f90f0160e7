package org.jiaogongti.measurement;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What is in the cells of chunks, found without looking at each by itself where all of an item's scores are 0 or 1. */
final class CellBits {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private CellBits() {}

    /**
     * For each item whether its cells are 0 and 1, both of them, and nothing else. Eight rows are one stretch of whole
     * words in which an item comes at the same eight places again and again, so OR and AND over the stretches, word by
     * word, see every cell: nothing but 0 and 1 where the OR is 1, both where the AND is 0.
     */
    static boolean[] dichotomous(byte[][] chunks, int items) {
        long[][] parts = Arrays.stream(chunks).parallel().map(chunk -> bits(chunk, items)).toArray(long[][]::new);
        byte[] or = new byte[items];
        byte[] and = new byte[items];
        Arrays.fill(and, (byte) 0xFF);
        for (int c = 0; c < chunks.length; c++) {
            for (int place = 0; place < 8 * items; place++) {
                or[place % items] |= (byte) (parts[c][place / 8] >>> (place % 8 * 8));
                and[place % items] &= (byte) (parts[c][items + place / 8] >>> (place % 8 * 8));
            }
            for (int place = chunks[c].length / (8 * items) * 8 * items; place < chunks[c].length; place++) {
                or[place % items] |= chunks[c][place];
                and[place % items] &= chunks[c][place];
            }
        }
        boolean[] dichotomous = new boolean[items];
        for (int j = 0; j < items; j++) {
            dichotomous[j] = or[j] == 1 && and[j] == 0;
        }
        return dichotomous;
    }

    /** The OR of a chunk's whole stretches, then their AND. */
    private static long[] bits(byte[] chunk, int items) {
        long[] bits = new long[2 * items];
        Arrays.fill(bits, items, 2 * items, -1L);
        for (int at = 0; at + 8 * items <= chunk.length; at += 8 * items) {
            for (int w = 0; w < items; w++) {
                long eight = (long) LONGS.get(chunk, at + 8 * w);
                bits[w] |= eight;
                bits[items + w] &= eight;
            }
        }
        return bits;
    }

    /** For each item the persons by byte; the last of 256 are those without an answer. */
    static int[][] counts(byte[][] chunks, int items) {
        int tasks = Math.clamp(chunks.length, 1, 16);
        return IntStream.range(0, tasks).parallel().mapToObj(task -> {
            int[][] counts = new int[items][256];
            for (int c = chunks.length * task / tasks; c < chunks.length * (task + 1) / tasks; c++) {
                for (int cell = 0; cell < chunks[c].length; cell += items) {
                    for (int item = 0; item < items; item++) {
                        counts[item][chunks[c][cell + item] & 0xFF]++;
                    }
                }
            }
            return counts;
        }).reduce((one, other) -> {
            for (int item = 0; item < items; item++) {
                for (int b = 0; b < 256; b++) {
                    one[item][b] += other[item][b];
                }
            }
            return one;
        }).orElseThrow();
    }
}
