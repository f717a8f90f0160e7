package org.jiaogongti.charter.appraising;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Scheme.Section;
import org.jiaogongti.charter.appraising.Sensitivity.Pair;
import org.jiaogongti.charter.appraising.Sensitivity.Why;
import org.jiaogongti.charter.reading.Charters;
import org.junit.jupiter.api.Test;

/** Another budget, another rule, other weights: by hand, and against brute force. */
class SimulationTest {

    private static final Scheme.Grant PLAIN = Charters.bundledScheme("fenghua-2019", "plain").grant();

    @Test
    void triesBudgetsAndRulesSideBySide() {
        List<Appraisal> appraisals = List.of(appraisal("一", 80, 2), appraisal("二", 70, 4), appraisal("三", 50, 3));
        List<Simulation> tried = Simulation.of(appraisals, List.of(
                new Simulation.Trial("现行", PLAIN, yuan(880)), new Simulation.Trial("另一种",
                        Charters.bundledScheme("fenghua-2019", "sample-2024").grant(), yuan(600))));
        // 440 in two parts, 440 by 160 : 280: 220 + 160 and 220 + 280. For a school 190, 125, 0.
        assertThat(tried.getFirst().grants()).extracting(Grants.Grant::fen).containsExactly(yuan(380), yuan(500),
                BigInteger.ZERO);
        Fairness fairness = tried.getFirst().fairness();
        assertThat(fairness.most()).isEqualTo(BigFraction.of(190));
        assertThat(fairness.least()).isEqualTo(BigFraction.ZERO);
        // Differences 65, 190, 125, each twice, by 2 x 3 x 315.
        assertThat(fairness.gini()).isEqualTo(BigFraction.of(2 * 380, 6 * 315));
        assertThat(fairness.envied()).isEmpty();
        assertThat(fairness.without()).isEqualTo(1);
        assertThat(fairness.unpaid()).isZero();
        // (80 - 60) x 2 = 40 and (70 - 60) x 4 = 40: 300 each, 150 and 75 for a school.
        assertThat(tried.getLast().fairness().most()).isEqualTo(BigFraction.of(150));
    }

    @Test
    void namesJustifiedEnvy() {
        List<Appraisal> appraisals = List.of(appraisal("大", 90, 6), appraisal("小", 61, 1));
        Simulation equal = Simulation.of(appraisals, List.of(new Simulation.Trial("平分", new Scheme.Grant(
                BigDecimal.valueOf(60), List.of(new Scheme.Portion<>(BigFraction.ONE, Scheme.CommunityShare.EQUAL)),
                PLAIN.schools(), Scheme.Unit.FEN, null, null), yuan(100)))).getFirst();
        assertThat(equal.fairness().envied()).containsExactly(new Fairness.Envy("大", "小"));
    }

    @Test
    void keepsFloorAndCap() {
        Scheme.Grant bounded = new Scheme.Grant(BigDecimal.valueOf(60),
                List.of(new Scheme.Portion<>(BigFraction.ONE, Scheme.CommunityShare.SCORE_BY_SCHOOLS)),
                PLAIN.schools(), Scheme.Unit.YUAN, 200, 500);
        List<Appraisal> appraisals = List.of(appraisal("一", 100, 7), appraisal("二", 100, 2), appraisal("三", 100, 1),
                appraisal("四", 40, 9));
        // 700, 200, 100: 一 is 200 over, 三 100 under, so first the cap; then 500 by 2 : 1 is 333 and 167, so the floor.
        assertThat(Grants.of(bounded, appraisals, yuan(1000))).extracting(Grants.Grant::fen).containsExactly(yuan(500),
                yuan(300), yuan(200), BigInteger.ZERO);
        assertThat(Grants.of(bounded, appraisals, yuan(2000))).extracting(Grants.Grant::fen).as("no more than the cap")
                .containsExactly(yuan(500), yuan(500), yuan(500), BigInteger.ZERO);
        assertThat(Grants.of(bounded, appraisals, yuan(301))).extracting(Grants.Grant::fen)
                .as("the floors are what the budget reaches for").allMatch(fen -> fen.compareTo(yuan(102)) < 0);
    }

    @Test
    void staysWithinFloorAndCapForRandomBudgets() {
        Random random = new Random(500);
        for (int round = 0; round < 3_000; round++) {
            int floor = random.nextInt(200);
            int cap = floor + random.nextInt(400);
            Scheme.Grant bounded = new Scheme.Grant(BigDecimal.ZERO, PLAIN.communities(), PLAIN.schools(),
                    Scheme.Unit.FEN, floor, cap);
            List<Appraisal> appraisals = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                appraisals.add(appraisal("共同体" + i, 1 + random.nextInt(100), 1 + random.nextInt(8)));
            }
            BigInteger budget = BigInteger.valueOf(random.nextInt(200_000));
            BigInteger number = BigInteger.valueOf(appraisals.size());
            BigInteger paid = BigInteger.ZERO;
            for (Grants.Grant grant : Grants.of(bounded, appraisals, budget)) {
                assertThat(grant.fen()).isLessThanOrEqualTo(yuan(cap))
                        .isGreaterThanOrEqualTo(yuan(floor).min(budget.divide(number)));
                paid = paid.add(grant.fen());
            }
            assertThat(paid).isEqualTo(budget.min(yuan(cap).multiply(number)));
        }
    }

    /** 甲 is ahead by what it did in the section that weighs most; 丙 is far behind whatever the weights. */
    @Test
    void saysWhoCannotBeToldApart() {
        Scheme.Score scheme = score(List.of(new Section("教", "三(二)", 60), new Section("管", "三(一)", 40)));
        List<Appraisal> appraisals = List.of(attained("甲", scheme, 80, 60), attained("乙", scheme, 60, 80),
                attained("丙", scheme, 20, 30));
        Sensitivity sensitivity = Sensitivity.of(scheme, appraisals, BigDecimal.valueOf(70), 15);
        // 甲 80 x .6 + 60 x .4 = 72; with 45 and 55 it is 69, with 75 and 25 it is 75. 乙 68, 65 to 71.
        assertThat(sensitivity.ranges().get(0)).isEqualTo(new Sensitivity.Range("甲", BigFraction.of(69),
                BigFraction.of(72), BigFraction.of(75), true));
        assertThat(sensitivity.ranges().get(1).highest()).isEqualTo(BigFraction.of(71));
        assertThat(sensitivity.ranges().get(2).open()).isFalse();
        assertThat(sensitivity.alike()).containsExactly(new Pair("甲", "乙", Set.of(Why.WEIGHTS)));
        assertThat(Sensitivity.of(scheme, appraisals, BigDecimal.valueOf(70), 5).alike()).isEmpty();
    }

    /** No weights within the range, drawn at random, leave the bounds or turn round a pair that was told apart. */
    @Test
    void theCornersAreTheBounds() {
        Random random = new Random(77);
        for (int round = 0; round < 60; round++) {
            List<Section> sections = List.of(new Section("一", "一", 10 + random.nextInt(40)),
                    new Section("二", "二", 10 + random.nextInt(40)), new Section("三", "三", 10 + random.nextInt(40)));
            Scheme.Score scheme = score(sections);
            Appraisal one = attained("甲", scheme, random.nextInt(101), random.nextInt(101), random.nextInt(101));
            Appraisal other = attained("乙", scheme, random.nextInt(101), random.nextInt(101), random.nextInt(101));
            Sensitivity sensitivity = Sensitivity.of(scheme, List.of(one, other), BigDecimal.valueOf(60), 8);
            boolean turned = false;
            for (int draw = 0; draw < 60; draw++) {
                int[] by = {random.nextInt(17) - 8, random.nextInt(17) - 8, random.nextInt(17) - 8};
                BigFraction mine = moved(one, by);
                BigFraction theirs = moved(other, by);
                assertThat(mine).isBetween(sensitivity.ranges().getFirst().lowest(),
                        sensitivity.ranges().getFirst().highest());
                turned |= Integer
                        .signum(mine.compareTo(theirs)) == -Integer.signum(one.score().compareTo(other.score()))
                        && !mine.equals(theirs);
            }
            if (turned) {
                assertThat(sensitivity.alike()).hasSize(1);
            }
        }
    }

    private static BigFraction moved(Appraisal appraisal, int[] by) {
        BigFraction sum = BigFraction.ZERO;
        int all = 0;
        for (int i = 0; i < by.length; i++) {
            int weight = appraisal.sections().get(i).section().weight() + by[i];
            sum = sum.add(appraisal.sections().get(i).attained().multiply(100 * weight));
            all += weight;
        }
        return sum.divide(all);
    }

    private static Scheme.Score score(List<Section> sections) {
        return new Scheme.Score(Scheme.Mean.DUTIES, Scheme.Attainment.LINEAR, sections, null, 0, null, null);
    }

    /** An appraisal with so much of a hundred attained in each section. */
    private static Appraisal attained(String community, Scheme.Score scheme, int... percent) {
        List<Appraisal.Points> sections = new ArrayList<>();
        BigFraction score = BigFraction.ZERO;
        int all = scheme.sections().stream().mapToInt(Section::weight).sum();
        for (int i = 0; i < percent.length; i++) {
            BigFraction weight = BigFraction.of(100 * scheme.sections().get(i).weight(), all);
            BigFraction attained = BigFraction.of(percent[i], 100);
            sections.add(new Appraisal.Points(scheme.sections().get(i), weight, attained, weight.multiply(attained)));
            score = score.add(weight.multiply(attained));
        }
        return new Appraisal(community, score, sections, Map.of());
    }

    private static Appraisal appraisal(String community, int score, int schools) {
        Map<String, BigFraction> contributions = new LinkedHashMap<>();
        for (int i = 0; i < schools; i++) {
            contributions.put(community + i, BigFraction.ONE);
        }
        return new Appraisal(community, BigFraction.of(score), List.of(), contributions);
    }

    private static BigInteger yuan(long yuan) {
        return BigInteger.valueOf(yuan * 100);
    }
}
