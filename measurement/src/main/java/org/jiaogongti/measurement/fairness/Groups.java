package org.jiaogongti.measurement.fairness;

import java.util.Arrays;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;

/**
 * Right and wrong answers of two groups: the data behind every index of differential item functioning. Persons with a
 * missing answer or without a group are left out.
 */
public final class Groups {

    private final ScoreMatrix scores;
    private final boolean[] focal;
    private final int leftOut;

    private Groups(ScoreMatrix scores, boolean[] focal, int leftOut) {
        this.scores = scores;
        this.focal = focal;
        this.leftOut = leftOut;
    }

    /** The group that a person belongs to. */
    public enum Group {
        /** Whom the others are compared with. */
        REFERENCE,
        /** Whom the question is about. */
        FOCAL,
        /** Not known: the person is left out. */
        UNKNOWN
    }

    /**
     * @param scores items scored 0/1
     * @param groups one for each person
     */
    public static Groups of(ScoreMatrix scores, Group[] groups) {
        if (groups.length != scores.persons()) {
            throw new IllegalArgumentException(
                    groups.length + " groups for " + scores.persons() + " persons\n  give one for each person");
        }
        for (int j = 0; j < scores.items(); j++) {
            if (scores.maximum(j) > 1) {
                throw Refused.column(scores.names().get(j), "题目“" + scores.names().get(j) + "”有 "
                        + scores.maximum(j) + " 分的得分，这里只能算 0/1 题；请删去这一列或改成 0/1");
            }
        }
        int[] kept = new int[groups.length];
        boolean[] focal = new boolean[groups.length];
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] != Group.UNKNOWN && whole(scores, i)) {
                focal[count] = groups[i] == Group.FOCAL;
                kept[count++] = i;
            }
        }
        Groups two = new Groups(scores.persons(Arrays.copyOf(kept, count)), Arrays.copyOf(focal, count),
                groups.length - count);
        if (two.focal() == 0 || two.reference() == 0) {
            throw Refused.whole("答完全部题目的人里，" + (two.focal() == 0 ? "焦点组" : "参照组") + "没有人；两组都要有人，请核对分组");
        }
        return two;
    }

    private static boolean whole(ScoreMatrix scores, int person) {
        for (int j = 0; j < scores.items(); j++) {
            if (scores.score(person, j) == ScoreMatrix.MISSING) {
                return false;
            }
        }
        return true;
    }

    int items() {
        return scores.items();
    }

    String name(int item) {
        return scores.names().get(item);
    }

    /** Persons of the focal group. */
    public int focal() {
        int count = 0;
        for (boolean is : focal) {
            count += is ? 1 : 0;
        }
        return count;
    }

    /** Persons of the reference group. */
    public int reference() {
        return focal.length - focal();
    }

    /** Persons left out because an answer or the group is missing. */
    public int leftOut() {
        return leftOut;
    }

    /** For each person how many of the matching items were answered right. */
    int[] matching(boolean[] used) {
        int[] totals = new int[focal.length];
        for (int i = 0; i < totals.length; i++) {
            for (int j = 0; j < used.length; j++) {
                totals[i] += used[j] ? scores.score(i, j) : 0;
            }
        }
        return totals;
    }

    /**
     * Persons by matching score, group and answer to an item.
     *
     * @param matching matching scores without the item, or with it
     * @param include  whether the item's own score has to be added to them
     */
    Table table(int item, int[] matching, boolean include) {
        Table table = new Table(scores.items() + 1);
        for (int i = 0; i < focal.length; i++) {
            int score = scores.score(i, item);
            table.add(matching[i] + (include ? score : 0), focal[i], score == 1);
        }
        return table;
    }

    /** Counts by stratum, group and answer. */
    static final class Table {

        private final int[] counts;

        Table(int strata) {
            counts = new int[strata * 4];
        }

        void add(int stratum, boolean focal, boolean right) {
            counts[stratum * 4 + (focal ? 2 : 0) + (right ? 0 : 1)]++;
        }

        int strata() {
            return counts.length / 4;
        }

        int right(int stratum, boolean focal) {
            return counts[stratum * 4 + (focal ? 2 : 0)];
        }

        int wrong(int stratum, boolean focal) {
            return counts[stratum * 4 + (focal ? 3 : 1)];
        }

        int persons(int stratum, boolean focal) {
            return right(stratum, focal) + wrong(stratum, focal);
        }
    }
}
