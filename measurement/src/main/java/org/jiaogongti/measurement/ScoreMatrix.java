package org.jiaogongti.measurement;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Scores of persons (rows) on items (columns): whole numbers from 0 to 254, one byte a cell, row by row, in chunks of
 * {@value #CHUNK} persons. Kernels take a chunk as their unit of work and add up in the order of chunks, so a result
 * has the same bits for one thread and for many. A matrix is never changed after it is made.
 */
public final class ScoreMatrix {

    /** What {@link #score} gives for an answer that is missing. */
    public static final int MISSING = -1;

    /** The byte of a missing answer in {@link #chunk}. */
    public static final byte MISSING_BYTE = (byte) 0xFF;

    /** The largest score a cell can hold. */
    public static final int LARGEST = 254;

    /** Persons in a chunk; the last chunk may be shorter. A multiple of 64. */
    public static final int CHUNK = 4096;

    private static final int SHIFT = 12;

    private final List<String> names;
    private final int persons;
    private final byte[][] chunks;
    private final Supplier<int[][]> counts;
    private final boolean[] dichotomous;

    private ScoreMatrix(List<String> names, int persons, byte[][] chunks) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw Refused.column(name, "题目“" + name + "”出现两次；请改名或删去一列");
            }
        }
        this.names = List.copyOf(names);
        this.persons = persons;
        this.chunks = chunks;
        this.dichotomous = CellBits.dichotomous(chunks, names.size());
        this.counts = new Once<>(() -> CellBits.counts(chunks, names.size()));
    }

    /** From rows of scores; {@link #MISSING} or any negative number is a missing answer. */
    public static ScoreMatrix of(List<String> names, int[][] rows) {
        byte[][] chunks = chunks(rows.length, names.size());
        for (int i = 0; i < rows.length; i++) {
            int[] row = rows[i];
            if (row.length != names.size()) {
                throw Refused.row(i, "有 " + row.length + " 个得分，题目有 " + names.size() + " 道；请补齐");
            }
            int from = (i & (CHUNK - 1)) * row.length;
            for (int j = 0; j < row.length; j++) {
                if (row[j] > LARGEST) {
                    throw Refused.cell(i, names.get(j), "得分 " + row[j] + " 太大；一题最多 " + LARGEST + " 分");
                }
                chunks[i >> SHIFT][from + j] = row[j] < 0 ? MISSING_BYTE : (byte) row[j];
            }
        }
        return new ScoreMatrix(names, rows.length, chunks);
    }

    /**
     * Takes over chunks that a reader has filled; the caller must not touch them afterwards.
     *
     * @param chunks as {@link #chunks(int, int)} makes them
     */
    public static ScoreMatrix ofChunks(List<String> names, byte[][] chunks) {
        int persons = 0;
        for (byte[] chunk : chunks) {
            persons += chunk.length / names.size();
        }
        return new ScoreMatrix(names, persons, chunks);
    }

    /** Empty chunks for so many persons and items. */
    public static byte[][] chunks(int persons, int items) {
        byte[][] chunks = new byte[(persons + CHUNK - 1) >> SHIFT][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new byte[Math.min(CHUNK, persons - (i << SHIFT)) * items];
        }
        return chunks;
    }

    public int persons() {
        return persons;
    }

    public int items() {
        return names.size();
    }

    /** The items' names, in the order of columns. */
    public List<String> names() {
        return names;
    }

    /** A score, or {@link #MISSING}. */
    public int score(int person, int item) {
        byte cell = chunks[person >> SHIFT][(person & (CHUNK - 1)) * names.size() + item];
        return cell == MISSING_BYTE ? MISSING : cell & 0xFF;
    }

    /** How many chunks there are. */
    public int chunks() {
        return chunks.length;
    }

    /** Persons in a chunk. */
    public int chunkPersons(int chunk) {
        return Math.min(CHUNK, persons - (chunk << SHIFT));
    }

    /**
     * A chunk's cells themselves, row by row, not a copy: for the dense loops, which only read. A cell is an unsigned
     * byte, {@link #MISSING_BYTE} where the answer is missing.
     */
    public byte[] chunk(int chunk) {
        return chunks[chunk];
    }

    /** Persons by score on an item, from 0 to the largest score seen; empty where nobody answered. */
    public int[] counts(int item) {
        int[] all = counts.get()[item];
        return Arrays.copyOf(all, maximum(item) + 1);
    }

    /** Persons who answered an item. */
    public int answered(int item) {
        return dichotomous[item] ? persons : persons - counts.get()[item][LARGEST + 1];
    }

    /** The largest score seen on an item, or {@link #MISSING} where nobody answered. */
    public int maximum(int item) {
        if (dichotomous[item]) {
            return 1;
        }
        int score = LARGEST;
        while (score >= 0 && counts.get()[item][score] == 0) {
            score--;
        }
        return score;
    }

    /** The smallest score seen on an item, or {@link #MISSING} where nobody answered. */
    public int minimum(int item) {
        if (dichotomous[item]) {
            return 0;
        }
        int score = 0;
        while (score <= LARGEST && counts.get()[item][score] == 0) {
            score++;
        }
        return score <= LARGEST ? score : MISSING;
    }

    /** Whether no answer is missing. */
    public boolean complete() {
        for (int item = 0; item < items(); item++) {
            if (answered(item) < persons) {
                return false;
            }
        }
        return true;
    }

    /** The same persons on some of the items, in the order given. */
    public ScoreMatrix items(int... columns) {
        byte[][] picked = chunks(persons, columns.length);
        for (int c = 0; c < chunks.length; c++) {
            for (int i = 0; i < chunkPersons(c); i++) {
                for (int j = 0; j < columns.length; j++) {
                    picked[c][i * columns.length + j] = chunks[c][i * names.size() + columns[j]];
                }
            }
        }
        return new ScoreMatrix(Arrays.stream(columns).mapToObj(names::get).toList(), persons, picked);
    }

    /** Some of the persons, in the order given. */
    public ScoreMatrix persons(int... rows) {
        byte[][] picked = chunks(rows.length, items());
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(chunks[rows[i] >> SHIFT], (rows[i] & (CHUNK - 1)) * items(), picked[i >> SHIFT],
                    (i & (CHUNK - 1)) * items(), items());
        }
        return new ScoreMatrix(names, rows.length, picked);
    }

    /** The same with a score in place of every missing answer. */
    public ScoreMatrix missingAs(int score) {
        byte[][] filled = new byte[chunks.length][];
        for (int c = 0; c < chunks.length; c++) {
            filled[c] = chunks[c].clone();
            for (int i = 0; i < filled[c].length; i++) {
                if (filled[c][i] == MISSING_BYTE) {
                    filled[c][i] = (byte) score;
                }
            }
        }
        return new ScoreMatrix(names, persons, filled);
    }

    /**
     * Refuses an item that everybody who answered it answered alike, or that nobody answered: it says nothing about
     * anybody, and no model can place it.
     */
    public ScoreMatrix requireVaried() {
        for (int item = 0; item < items(); item++) {
            if (answered(item) == 0) {
                throw Refused.column(names.get(item), "题目“" + names.get(item) + "”没有人作答；请删去这一列");
            }
            if (minimum(item) == maximum(item)) {
                throw Refused.column(names.get(item),
                        "题目“" + names.get(item) + "”所有人都得 " + maximum(item) + " 分，分不出高低；请删去这一列");
            }
        }
        return this;
    }
}
