package org.jiaogongti.measurement.diagnosis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiaogongti.measurement.Refused;

/**
 * Which skills each item needs.
 *
 * @param skills their names
 * @param needs for each item the set of its skills: bit k is skill k
 */
@SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
public record QMatrix(List<String> skills, int[] needs) {

    /** More skills than these make more classes of persons than data can tell apart. */
    public static final int MOST_SKILLS = 15;

    public QMatrix {
        skills = List.copyOf(skills);
        needs = needs.clone();
        if (skills.isEmpty() || skills.size() > MOST_SKILLS) {
            throw Refused.whole("Q 矩阵有 " + skills.size() + " 个技能，应为 1 到 " + MOST_SKILLS + " 个；请合并或拆分技能");
        }
        int used = 0;
        for (int item = 0; item < needs.length; item++) {
            if (needs[item] == 0) {
                throw Refused.row(item, "这一题不需要任何技能，无法诊断；请至少标一个 1，或从数据和 Q 矩阵里删去这一题");
            }
            used |= needs[item];
        }
        for (int skill = 0; skill < skills.size(); skill++) {
            if ((used >> skill & 1) == 0) {
                throw Refused.column(skills.get(skill), "没有一题需要技能“" + skills.get(skill) + "”；请删去这一列");
            }
        }
    }

    /** From rows of 0 and 1, one for each item. */
    public static QMatrix of(List<String> skills, int[][] rows) {
        int[] needs = new int[rows.length];
        for (int item = 0; item < rows.length; item++) {
            for (int skill = 0; skill < skills.size(); skill++) {
                if (rows[item][skill] != 0 && rows[item][skill] != 1) {
                    throw Refused.cell(item, skills.get(skill), "Q 矩阵里应为 0 或 1，却是 " + rows[item][skill] + "；请改正");
                }
                needs[item] |= rows[item][skill] << skill;
            }
        }
        return new QMatrix(skills, needs);
    }

    public int items() {
        return needs.length;
    }

    /** Combinations of skills that a person can have: 2 to the number of skills. */
    public int classes() {
        return 1 << skills.size();
    }

    /** Whether an item needs a skill. */
    public boolean needs(int item, int skill) {
        return (needs[item] >> skill & 1) == 1;
    }

    /** How many skills an item needs. */
    public int count(int item) {
        return Integer.bitCount(needs[item]);
    }

    /** The skills that an item needs and the persons of a class have, packed: bit i is the item's i-th skill. */
    public int reduced(int item, int personClass) {
        int reduced = 0;
        int bit = 0;
        for (int rest = needs[item]; rest != 0; rest &= rest - 1) {
            reduced |= (personClass >> Integer.numberOfTrailingZeros(rest) & 1) << bit++;
        }
        return reduced;
    }

    /**
     * The packed combinations of an item's skills in the order in which they are listed: by their number, then the
     * earlier skills first (00, 10, 01, 11).
     */
    public static int[] listed(int count) {
        List<Integer> order = new ArrayList<>();
        for (int size = 0; size <= count; size++) {
            for (int key = (1 << count) - 1; key >= 0; key--) {
                // Reading the bits from the first skill on as a binary number, larger comes first.
                int combination = Integer.reverse(key) >>> (32 - count);
                if (Integer.bitCount(key) == size) {
                    order.add(count == 0 ? 0 : combination);
                }
            }
        }
        return order.stream().mapToInt(i -> i).toArray();
    }

    /**
     * What the matrix can tell apart.
     *
     * @param complete for every skill some item needs it alone: with DINA and DINO necessary and sufficient for telling
     *        all classes apart (Chiu, Douglas and Li 2009, Psychometrika 74), with the other rules sufficient
     * @param notAlone skills that no item needs alone
     * @param fewerThanThree skills that fewer than three items need
     * @param alike pairs of skills that the items beside those for single skills need in the same way
     * @param distinct how many classes differ in what they are able to answer
     * @param identified whether the conditions hold under which all parameters are identified: DINA and DINO as in Gu and
     *        Xu (2019), Psychometrika 84 (complete, every skill in three items, no two alike); G-DINA and ACDM the
     *        sufficient ones of Xu (2017), Annals of Statistics 45 (every skill alone in two items, and in a third one)
     */
    public record Check(boolean complete, List<String> notAlone, List<String> fewerThanThree, List<String> alike,
            int distinct, boolean identified) {}

    /** Checks it for a rule. */
    public Check check(Rule rule) {
        List<String> notAlone = new ArrayList<>();
        List<String> few = new ArrayList<>();
        boolean twiceAlone = true;
        List<Integer> beside = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int need : needs) {
            if (Integer.bitCount(need) > 1 || !taken.add(need)) {
                beside.add(need);
            }
        }
        for (int skill = 0; skill < skills.size(); skill++) {
            int alone = 0;
            int all = 0;
            for (int need : needs) {
                alone += need == 1 << skill ? 1 : 0;
                all += need >> skill & 1;
            }
            if (alone == 0) {
                notAlone.add(skills.get(skill));
            }
            if (all < 3) {
                few.add(skills.get(skill));
            }
            twiceAlone &= alone >= 2;
        }
        List<String> alike = new ArrayList<>();
        for (int one = 0; one < skills.size(); one++) {
            for (int other = one + 1; other < skills.size(); other++) {
                int first = one;
                int second = other;
                if (beside.stream().allMatch(need -> (need >> first & 1) == (need >> second & 1))) {
                    alike.add(skills.get(one) + " = " + skills.get(other));
                }
            }
        }
        boolean complete = notAlone.isEmpty();
        boolean identified = rule.twofold()
                ? complete && few.isEmpty() && alike.isEmpty()
                : twiceAlone && few.isEmpty();
        return new Check(complete, List.copyOf(notAlone), List.copyOf(few), List.copyOf(alike), distinct(rule),
                identified);
    }

    /** How many classes differ in what they are able to answer. */
    private int distinct(Rule rule) {
        Set<List<Integer>> seen = new HashSet<>();
        for (int person = 0; person < classes(); person++) {
            List<Integer> able = new ArrayList<>();
            for (int item = 0; item < needs.length; item++) {
                int has = needs[item] & person;
                able.add(switch (rule) {
                    case DINA -> has == needs[item] ? 1 : 0;
                    case DINO -> has != 0 ? 1 : 0;
                    case GDINA, ACDM -> has;
                });
            }
            seen.add(able);
        }
        return seen.size();
    }
}
