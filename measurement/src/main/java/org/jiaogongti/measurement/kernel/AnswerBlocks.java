package org.jiaogongti.measurement.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Answers packed for the expectation step. Items that stand next to each other share a block as long as their answers
 * together have at most 256 outcomes (8 items of two categories, 3 of five), so a person is one byte a block and a
 * person's likelihood is one product a block instead of one an item. A missing answer is a further outcome of its item.
 * Where answers repeat, each distinct pattern is kept once with its frequency.
 */
public final class AnswerBlocks {

    /** Outcomes a block can have. */
    private static final int LIMIT = 256;

    /** Persons looked at before deciding whether patterns repeat often enough to be worth counting. */
    private static final int PROBE = 4096;

    final int items;
    final int[] categories;
    /** First item of each block, and the number of items at the end. */
    final int[] starts;
    /** Outcomes of each item: its categories, and one more where an answer is missing. */
    final int[] outcomes;
    /** Where each block begins, counted in outcomes of all blocks. */
    final int[] offsets;
    private final int persons;
    private final int patterns;
    private final byte[] codes;
    private final int[] groups;
    private final int[] frequency;
    private final boolean[] empty;
    private final int @Nullable [] patternOf;

    private AnswerBlocks(Packing packing, byte[] codes, int[] groups, boolean[] empty) {
        this.items = packing.items;
        this.categories = packing.categories;
        this.starts = packing.starts;
        this.outcomes = packing.outcomes;
        this.offsets = packing.offsets;
        this.persons = packing.persons;
        int blocks = blocks();
        int[] first = new int[packing.persons];
        int[] of = new int[packing.persons];
        int found = repeats(codes, groups, blocks) ? distinct(codes, groups, blocks, first, of) : -1;
        if (found < 0) {
            this.patterns = persons;
            this.codes = codes;
            this.groups = groups;
            this.empty = empty;
            this.frequency = new int[persons];
            Arrays.fill(frequency, 1);
            this.patternOf = null;
            return;
        }
        this.patterns = found;
        this.codes = new byte[found * blocks];
        this.groups = new int[found];
        this.empty = new boolean[found];
        this.frequency = new int[found];
        for (int p = 0; p < found; p++) {
            System.arraycopy(codes, first[p] * blocks, this.codes, p * blocks, blocks);
            this.groups[p] = groups[first[p]];
            this.empty[p] = empty[first[p]];
        }
        for (int person = 0; person < persons; person++) {
            frequency[of[person]]++;
        }
        this.patternOf = of;
    }

    /**
     * Packs a matrix.
     *
     * @param lowest     the score that is category 0, by item
     * @param categories how many categories, by item; 2 to 255
     * @param groups     each person's group from 0, or null where there is one
     */
    public static AnswerBlocks of(ScoreMatrix scores, int[] lowest, int[] categories, int @Nullable [] groups) {
        Packing packing = new Packing(scores, categories);
        int blocks = packing.starts.length - 1;
        byte[] codes = new byte[Math.multiplyExact(packing.persons, blocks)];
        boolean[] empty = new boolean[packing.persons];
        int person = 0;
        for (int c = 0; c < scores.chunks(); c++) {
            byte[] cells = scores.chunk(c);
            for (int at = 0; at < cells.length; at += packing.items) {
                empty[person] = packing.pack(cells, at, lowest, codes, person * blocks);
                person++;
            }
        }
        return new AnswerBlocks(packing, codes, groups == null ? new int[packing.persons] : groups, empty);
    }

    /** How items are put into blocks. */
    private static final class Packing {
        final int persons;
        final int items;
        final int[] categories;
        final int[] outcomes;
        final int[] starts;
        final int[] offsets;

        Packing(ScoreMatrix scores, int[] categories) {
            this.persons = scores.persons();
            this.items = scores.items();
            this.categories = categories;
            this.outcomes = new int[items];
            for (int i = 0; i < items; i++) {
                outcomes[i] = categories[i] + (scores.answered(i) < persons ? 1 : 0);
            }
            // A table larger than the number of persons who look into it would not pay.
            int limit = Math.max(16, Math.min(LIMIT, persons / 2));
            int[] from = new int[items + 1];
            int[] sizes = new int[items];
            int blocks = 0;
            int size = 1;
            for (int i = 0; i < items; i++) {
                if (i > 0 && size * outcomes[i] > limit) {
                    sizes[blocks++] = size;
                    from[blocks] = i;
                    size = 1;
                }
                size *= outcomes[i];
            }
            sizes[blocks++] = size;
            from[blocks] = items;
            this.starts = Arrays.copyOf(from, blocks + 1);
            this.offsets = new int[blocks + 1];
            for (int b = 0; b < blocks; b++) {
                offsets[b + 1] = offsets[b] + sizes[b];
            }
        }

        /** Packs one person; whether nothing was answered. */
        boolean pack(byte[] cells, int at, int[] lowest, byte[] codes, int to) {
            boolean none = true;
            for (int b = 0; b + 1 < starts.length; b++) {
                int code = 0;
                for (int i = starts[b]; i < starts[b + 1]; i++) {
                    byte cell = cells[at + i];
                    boolean missing = cell == ScoreMatrix.MISSING_BYTE;
                    none &= missing;
                    code = code * outcomes[i] + (missing ? categories[i] : (cell & 0xFF) - lowest[i]);
                }
                codes[to + b] = (byte) code;
            }
            return none;
        }
    }

    /** Whether among the first persons at least one in five has a pattern that was there before. */
    private static boolean repeats(byte[] codes, int[] groups, int blocks) {
        int probe = Math.min(PROBE, groups.length);
        Map<Pattern, Integer> seen = new HashMap<>();
        for (int person = 0; person < probe; person++) {
            seen.merge(new Pattern(codes, person * blocks, blocks, groups[person]), 1, Integer::sum);
        }
        return seen.size() * 5L <= probe * 4L;
    }

    /** Numbers distinct patterns in the order of their first person; how many there are. */
    private static int distinct(byte[] codes, int[] groups, int blocks, int[] first, int[] of) {
        Map<Pattern, Integer> seen = new HashMap<>();
        for (int person = 0; person < of.length; person++) {
            Pattern pattern = new Pattern(codes, person * blocks, blocks, groups[person]);
            Integer number = seen.get(pattern);
            if (number == null) {
                number = seen.size();
                first[number] = person;
                seen.put(pattern, number);
            }
            of[person] = number;
        }
        return seen.size();
    }

    /** A stretch of codes as a key. */
    private static final class Pattern {
        private final byte[] codes;
        private final int from;
        private final int length;
        private final int group;

        Pattern(byte[] codes, int from, int length, int group) {
            this.codes = codes;
            this.from = from;
            this.length = length;
            this.group = group;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pattern that && group == that.group
                    && Arrays.equals(codes, from, from + length, that.codes, that.from, that.from + length);
        }

        @Override
        public int hashCode() {
            int hash = group;
            for (int i = from; i < from + length; i++) {
                hash = 31 * hash + codes[i];
            }
            return hash * 0x9E3779B9;
        }
    }

    /** How many patterns are kept apart. */
    public int patterns() {
        return patterns;
    }

    /** How many persons there are. */
    public int persons() {
        return persons;
    }

    int blocks() {
        return starts.length - 1;
    }

    /** The pattern of a person. */
    public int patternOf(int person) {
        return patternOf == null ? person : patternOf[person];
    }

    /** Persons with a pattern. */
    int frequency(int pattern) {
        return frequency[pattern];
    }

    int group(int pattern) {
        return groups[pattern];
    }

    /** Whether nothing was answered. */
    boolean empty(int pattern) {
        return empty[pattern];
    }

    /** The outcome of a pattern in a block, counted over all blocks. */
    int outcome(int pattern, int block) {
        return offsets[block] + (codes[pattern * blocks() + block] & 0xFF);
    }
}
