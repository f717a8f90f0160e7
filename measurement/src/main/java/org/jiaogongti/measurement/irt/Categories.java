package org.jiaogongti.measurement.irt;

import java.util.Map;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;

/**
 * Which scores are the categories of each item. Categories begin at the smallest score in the whole data, so that a scale from
 * 1 to 5 is read as it stands, and must all have been used: a category without a person has no estimate.
 */
final class Categories {

    private final int[] lowest;
    private final int[] counts;

    private Categories(int[] lowest, int[] counts) {
        this.lowest = lowest;
        this.counts = counts;
    }

    /** The score that is category 0, by item. */
    int[] lowest() {
        return lowest;
    }

    /** How many categories, by item. */
    int[] counts() {
        return counts;
    }

    static Categories of(ScoreMatrix scores, IrtModel.Family family, Map<String, Item> fixed) {
        int smallest = ScoreMatrix.LARGEST;
        for (int i = 0; i < scores.items(); i++) {
            smallest = Math.min(smallest, scores.minimum(i));
        }
        boolean two = family == IrtModel.Family.TWO_PL || family == IrtModel.Family.THREE_PL;
        int[] lowest = new int[scores.items()];
        int[] counts = new int[scores.items()];
        for (int i = 0; i < scores.items(); i++) {
            String name = scores.names().get(i);
            Item known = fixed.get(name);
            lowest[i] = smallest;
            counts[i] = scores.maximum(i) - smallest + 1;
            if (known != null) {
                if (counts[i] > known.categories()) {
                    throw Refused.column(name, "题目“" + name + "”有得分 " + scores.maximum(i) + "，固定的参数只有 "
                            + known.categories() + " 个等级；请核对参数");
                }
                counts[i] = known.categories();
                continue;
            }
            if (two && counts[i] > 2) {
                throw Refused.column(name, "题目“" + name + "”有得分 " + scores.maximum(i)
                        + "，这个模型只用于两种得分（0 和 1）的题；请改用 grm 或 gpcm，或把得分改成 0 和 1");
            }
            requireUsed(scores, i, name, smallest);
        }
        return new Categories(lowest, counts);
    }

    private static void requireUsed(ScoreMatrix scores, int item, String name, int smallest) {
        int[] persons = scores.counts(item);
        for (int score = smallest; score < persons.length; score++) {
            if (persons[score] == 0) {
                throw Refused.column(name, "题目“" + name + "”没有人得 " + score + " 分，这一等级无法估计；请把相邻的等级合并后重新编号");
            }
        }
    }

    /** A person's answers as categories; {@link ScoreMatrix#MISSING} stays. */
    static int[] of(ScoreMatrix scores, int person, int[] lowest) {
        int[] answers = new int[scores.items()];
        for (int i = 0; i < answers.length; i++) {
            int score = scores.score(person, i);
            answers[i] = score == ScoreMatrix.MISSING ? score : score - lowest[i];
        }
        return answers;
    }
}
