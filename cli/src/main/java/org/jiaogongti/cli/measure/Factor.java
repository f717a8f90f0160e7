package org.jiaogongti.cli.measure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column of labels: a code for each row and the labels the codes stand for. */
final class Factor {

    private final int[] codes;
    private final List<String> levels;

    private Factor(int[] codes, List<String> levels) {
        this.codes = codes;
        this.levels = levels;
    }

    /** For each row the position of its label in {@link #levels}; -1 = missing. Not a copy. */
    int[] codes() {
        return codes;
    }

    /** The labels, in the order of their first row. */
    List<String> levels() {
        return levels;
    }

    /** Collects labels from bytes by a hash table with open addressing: one String for each level, none for a row. */
    static final class Builder {

        private final int[] codes;
        private final List<byte[]> levels = new ArrayList<>();
        private int[] table = new int[64];

        Builder(int rows) {
            codes = new int[rows];
            Arrays.fill(table, -1);
        }

        void missing(int row) {
            codes[row] = -1;
        }

        void add(int row, byte[] bytes, int from, int to) {
            int slot = slot(bytes, from, to);
            if (table[slot] < 0) {
                table[slot] = levels.size();
                levels.add(Arrays.copyOfRange(bytes, from, to));
                codes[row] = levels.size() - 1;
                if (levels.size() * 2 > table.length) {
                    grow();
                }
            } else {
                codes[row] = table[slot];
            }
        }

        private int slot(byte[] bytes, int from, int to) {
            int hash = 1;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + bytes[i];
            }
            int slot = (hash * 0x9E3779B9) >>> (32 - Integer.numberOfTrailingZeros(table.length));
            while (table[slot] >= 0) {
                byte[] level = levels.get(table[slot]);
                if (Arrays.equals(level, 0, level.length, bytes, from, to)) {
                    return slot;
                }
                slot = (slot + 1) & (table.length - 1);
            }
            return slot;
        }

        private void grow() {
            table = new int[table.length * 4];
            Arrays.fill(table, -1);
            for (int i = 0; i < levels.size(); i++) {
                byte[] level = levels.get(i);
                table[slot(level, 0, level.length)] = i;
            }
        }

        Factor build() {
            return new Factor(codes,
                    levels.stream().map(level -> new String(level, StandardCharsets.UTF_8)).toList());
        }
    }
}
