package org.jiaogongti.measurement.diagnosis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;

/**
 * Answers packed by blocks of items: a code stands for the answers to all items of a block, in base 2, or in base 3 where
 * some are missing. Persons with the same answers are counted once.
 *
 * @param base 2 or 3
 * @param width items in a block; the last one may have fewer
 * @param blocks how many
 * @param codes of distinct answer patterns: {@code blocks} for each
 * @param weight persons with each pattern
 * @param pattern of each person
 */
@SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
record Answers(int base, int width, int blocks, int[] codes, double[] weight, int[] pattern) {

    /** A missing answer's digit. */
    static final int MISSING = 2;

    /** The digits of a pattern, to find it again. */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    private record Key(int[] codes) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(codes, key.codes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(codes);
        }
    }

    /**
     * Packs scores of 0 and 1.
     *
     * @param skills decide how long tables may be: one row of a class each for every code
     */
    static Answers of(ScoreMatrix scores, int skills) {
        for (int item = 0; item < scores.items(); item++) {
            if (scores.maximum(item) > 1) {
                throw notRightOrWrong(scores, item);
            }
        }
        int base = scores.complete() ? 2 : 3;
        int width = Math.clamp(16 - skills, 1, base == 2 ? 8 : 5);
        int blocks = (scores.items() + width - 1) / width;
        Map<Key, Integer> seen = new HashMap<>();
        int[] codes = new int[16 * blocks];
        double[] weight = new double[16];
        int[] pattern = new int[scores.persons()];
        for (int person = 0; person < scores.persons(); person++) {
            Key key = new Key(code(scores, person, base, width, blocks));
            int index = seen.size();
            Integer known = seen.putIfAbsent(key, index);
            if (known == null) {
                if (index == weight.length) {
                    weight = Arrays.copyOf(weight, 2 * index);
                    codes = Arrays.copyOf(codes, 2 * index * blocks);
                }
                System.arraycopy(key.codes(), 0, codes, index * blocks, blocks);
                known = index;
            }
            weight[known]++;
            pattern[person] = known;
        }
        return new Answers(base, width, blocks, Arrays.copyOf(codes, seen.size() * blocks),
                Arrays.copyOf(weight, seen.size()), pattern);
    }

    private static Refused notRightOrWrong(ScoreMatrix scores, int item) {
        for (int person = 0; person < scores.persons(); person++) {
            if (scores.score(person, item) > 1) {
                return Refused.cell(person, scores.names().get(item), "题目“" + scores.names().get(item) + "”得了 "
                        + scores.score(person, item) + " 分；诊断模型只要 0 和 1，请先按对错计分");
            }
        }
        throw new IllegalStateException("no score above 1 on item " + item);
    }

    private static int[] code(ScoreMatrix scores, int person, int base, int width, int blocks) {
        int[] code = new int[blocks];
        for (int block = 0; block < blocks; block++) {
            int last = Math.min(scores.items(), (block + 1) * width) - 1;
            for (int item = last; item >= block * width; item--) {
                int score = scores.score(person, item);
                code[block] = code[block] * base + (score == ScoreMatrix.MISSING ? MISSING : score);
            }
        }
        return code;
    }

    int patterns() {
        return weight.length;
    }

    /** Items of a block. */
    int size(int block, int items) {
        return Math.min(width, items - block * width);
    }

    /** How many codes a block has. */
    int codes(int block, int items) {
        int codes = 1;
        for (int i = 0; i < size(block, items); i++) {
            codes *= base;
        }
        return codes;
    }
}
