package org.jiaogongti.charter.appraising;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.appraising.Inspected.Drawn;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.SmallWorld;
import org.jiaogongti.charter.worlds.Village;
import org.junit.jupiter.api.Test;

/** Everything a scheme can say, by figures that were worked out by hand from the scheme's file. */
class SchemeRulesTest {

    /** Sub-scores by clause, thresholds, quality, deductions and a bonus: none of it is in the two that are bundled. */
    private static final String FULL = """
            方案: full
            名称: 都有
            时段: 年
            得分:
              平均: 每一项
              部分:
                - 名称: 教学
                  条款: 三(二)
                  权重: 60
                  分项:
                    - { 名称: 薄弱学科, 条款: 三(二)3, 权重: 75, 达成: 达到才算 }
                    - { 名称: 评比, 条款: 三(二)1, 权重: 25 }
                - { 名称: 管理, 条款: 三(一), 权重: 40 }
              质量: 20
              扣分: { 每项: 1.5, 最多: 4 }
              加分: { 每项: 2, 最多: 3 }
            以奖代补:
              及格线: 60
              共同体: [ { 份: 1/1, 按: 得分×学校数 } ]
              学校: [ { 份: 1/1, 按: 贡献 } ]
              单位: 分
            """;
    private static final List<String> SCHOOLS = List.of("甲校", "乙校");

    private static final List<Standing> STANDINGS = List.of(
            standing("Q13", Status.OPEN, "三(二)3", 2, 3, Map.of("甲校", 2)),
            standing("Q14", Status.MET, "三(二)3", 3, 3, Map.of("甲校", 2, "乙校", 1)),
            standing("Q10", Status.OPEN, "三(二)1", 1, 2, Map.of("乙校", 1)),
            standing("Q04", Status.MET, "三(一)4", 2, 2, Map.of("甲校", 1)),
            standing("Q03", Status.OPTIONAL, "三(一)4", 1, 2, Map.of("乙校", 1)),
            standing("Q99", Status.OPTIONAL, "三(一)4", 5, 1, Map.of("乙校", 5)));

    @Test
    void itemsThresholdsAndTheBonus() {
        Appraisal appraisal = appraise(Inspected.NOTHING);
        // 薄弱学科 45 points: Q13 not reached 0, Q14 1, so 22.5. 评比 15: 1/2, so 7.5. 管理 40: 40. Bonus (1/2 + 1) x 2 = 3.
        assertThat(appraisal.sections().stream().map(Appraisal.Points::points)).containsExactly(BigFraction.of(30),
                BigFraction.of(40));
        assertThat(appraisal.bonus()).isEqualTo(BigFraction.of(3));
        assertThat(appraisal.score()).isEqualTo(BigFraction.of(73));
        // Q14 is reached by both together only: 11.25 each. Q10: 7.5 乙. Q04: 甲 brought half of 40, 20.
        assertThat(appraisal.contributions()).containsExactly(Map.entry("甲校", BigFraction.of(125, 4)),
                Map.entry("乙校", BigFraction.of(75, 4)));
        assertThat(appraisal.instances().stream().map(Appraisal.Weighed::weight)).containsExactly(
                BigFraction.of(45, 2), BigFraction.of(45, 2), BigFraction.of(15), BigFraction.of(40));
    }

    @Test
    void qualityCountsForItsPartAndFindingsAreTakenOff() {
        Appraisal appraisal = appraise(new Inspected(Map.of(new Drawn("一", "Q04"), BigFraction.of(1, 4),
                new Drawn("二", "Q10"), BigFraction.ZERO), Map.of("一", List.of("a", "b"), "二", List.of("c"))));
        // Q04: 4/5 + 1/5 x 1/4 = 17/20 of 40 = 34, of which 甲 brought half. Two findings: 3 points.
        assertThat(appraisal.sections().getLast().points()).isEqualTo(BigFraction.of(34));
        assertThat(appraisal.deduction()).isEqualTo(BigFraction.of(3));
        assertThat(appraisal.score()).isEqualTo(BigFraction.of(64));
        assertThat(appraisal.contributions()).containsEntry("甲校", BigFraction.of(113, 4));
        Appraisal worse = appraise(new Inspected(Map.of(), Map.of("一", List.of("a", "b", "c"))));
        assertThat(worse.deduction()).as("no more than 4").isEqualTo(BigFraction.of(4));
    }

    @Test
    void theScoreStaysWithinItsBounds() {
        Scheme scheme = Charters.scheme("full", FULL);
        Inspected findings = new Inspected(Map.of(), Map.of("一", List.of("a", "b", "c")));
        List<Standing> nothing = List.of(standing("Q10", Status.MISSED, "三(二)1", 0, 2, Map.of()));
        assertThat(Appraisal.of(scheme.score(), "一", SCHOOLS, nothing, findings).score()).isEqualTo(BigFraction.ZERO);
        List<Standing> all = List.of(standing("Q10", Status.MET, "三(二)1", 2, 2, Map.of()), STANDINGS.getLast());
        assertThat(Appraisal.of(scheme.score(), "一", SCHOOLS, all).score()).isEqualTo(BigFraction.of(100));
    }

    @Test
    void anErrorNamesItsLineAndTheRemedy() {
        refused("权重: 75", "权重: 70", "full:11:9: 各分项的权重加起来是 95");
        refused("质量: 20", "质量: 120", "full:14:7: 质量占 120");
        refused("每项: 1.5", "每项: -1", "“-1”不是 0 到 100 的分数");
        refused("时段: 年", "时段: 月", "“时段”里没有“月”这个词");
        refused("达成: 达到才算", "达成: 一半", "“达成”里没有“一半”这个词");
        refused("单位: 分\n", "单位: 分\n捆绑评价: { 自己: 70, 同伴: 30, 组成: { 本校: 70, 共同: 20, 进步: 20 } }\n",
                "本校、共同和进步加起来是 110");
    }

    private static void refused(String from, String to, String error) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Charters.scheme("full", FULL.replace(from, to)))
                .hasMessageContaining(error);
    }

    /** Spring and autumn term of 2024, and the school year that ends in it; each instance in one year only. */
    @Test
    void aCalendarYearHasTheTermsThatBeginInItAndTheSchoolYearThatEndsInIt() {
        Period autumn = new Period("2024-2025-1", PeriodKind.TERM,
                new DateRange(LocalDate.of(2024, 9, 1), LocalDate.of(2025, 1, 20)), LocalDate.of(2024, 11, 4));
        Period next = new Period("2024-2025", PeriodKind.SCHOOL_YEAR,
                new DateRange(LocalDate.of(2024, 9, 1), LocalDate.of(2025, 8, 31)), null);
        SmallWorld village = Village.world();
        SmallWorld world = new SmallWorld(
                Stream.concat(village.periods().stream(), Stream.of(autumn, next)).toList(), village.schools(),
                village.teacherNumbers(), village.groups(), village.weak());
        Counting counting = new Counting(Charters.bundled("fenghua-2019"), world);
        assertThat(periods(counting, "2024")).containsExactlyInAnyOrder("2024", "2023-2024-2", "2024-2025-1",
                "2023-2024");
        assertThat(periods(counting, "2023-2024")).containsExactlyInAnyOrder("2023-2024-1", "2023-2024-2",
                "2023-2024");
    }

    private static List<String> periods(Counting counting, String year) {
        return Standings.periods(counting.world(), year).stream().map(Period::name).toList();
    }

    /** Own 70 %, the others' mean 30 %; own 70, shared 20 and progress 10 of a school's own result. */
    @Test
    void bundlesOwnSharedAndProgress() {
        Scheme scheme = Charters.bundledScheme("fenghua-2019", "plain");
        List<Standing> standings = List.of(borne("甲校", 3, 4), borne("乙校", 1, 2), borne("一", 1, 5),
                borne("丙校", 0, 1));
        List<BundledEvaluation> bundled = BundledEvaluation.of(new Scheme.Bundle(70, 30, new Scheme.Parts(70, 20, 10)),
                scheme.score(),
                "一", List.of("甲校", "乙校", "丙校"), standings, Inspected.NOTHING,
                Map.of("甲校", BigFraction.of(50), "乙校", BigFraction.of(80)));
        BundledEvaluation first = bundled.getFirst();
        // 75 own, 20 shared, half of the missing 50 made good: 52.5 + 4 + 5.
        assertThat(first.progress()).isEqualTo(BigFraction.of(50));
        assertThat(first.alone()).isEqualTo(BigFraction.of(123, 2));
        // Fell from 80 to 50: no progress. 35 + 4 + 0.
        assertThat(bundled.get(1).alone()).isEqualTo(BigFraction.of(39));
        // A year ago unknown: 0 and 20 by 70 and 20 of 90.
        assertThat(bundled.get(2).progress()).isNull();
        assertThat(bundled.get(2).alone()).isEqualTo(BigFraction.of(40, 9));
        // (39 + 40/9) / 2 = 391/18; 0.7 x 61.5 + 0.3 x 391/18.
        assertThat(first.partners()).isEqualTo(BigFraction.of(391, 18));
        assertThat(first.result()).isEqualTo(BigFraction.of(2974, 60));
    }

    /** What the partners do counts for a school, and with nothing but own parts the means stay what they are. */
    @Test
    void bundlingKeepsTheMean() {
        Scheme scheme = Charters.bundledScheme("fenghua-2019", "plain");
        Random random = new Random(26);
        for (int round = 0; round < 200; round++) {
            List<Standing> standings = new ArrayList<>();
            List<String> schools = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(5); i++) {
                schools.add("校" + i);
                standings.add(borne("校" + i, random.nextInt(8), 1 + random.nextInt(7)));
            }
            List<BundledEvaluation> bundled = BundledEvaluation.of(new Scheme.Bundle(70, 30, Scheme.Parts.OWN_ONLY),
                    scheme.score(), "一",
                    schools, standings, Inspected.NOTHING, Map.of());
            assertThat(sum(bundled.stream().map(BundledEvaluation::result)))
                    .isEqualTo(sum(bundled.stream().map(BundledEvaluation::alone)));
        }
    }

    @Test
    void aSchoolAloneHasItsOwnResult() {
        Scheme scheme = Charters.bundledScheme("fenghua-2019", "plain");
        BundledEvaluation only = BundledEvaluation
                .of(new Scheme.Bundle(70, 30, Scheme.Parts.OWN_ONLY), scheme.score(), "一",
                        List.of("甲校"), List.of(borne("甲校", 1, 2)), Inspected.NOTHING, Map.of())
                .getFirst();
        assertThat(only.partners()).isNull();
        assertThat(only.result()).isEqualTo(BigFraction.of(50));
    }

    /** The sum of the grants is the budget in whole yuan for ten thousand budgets, and 60 points have no share. */
    @Test
    void theSamplesGrantsAreTheBudget() {
        Scheme.Grant scheme = Charters.bundledScheme("fenghua-2019", "sample-2024").grant();
        Random random = new Random(2024);
        for (int round = 0; round < 10_000; round++) {
            List<Appraisal> appraisals = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                Map<String, BigFraction> contributions = new LinkedHashMap<>();
                for (int school = 0; school < 1 + random.nextInt(7); school++) {
                    contributions.put("校" + i + school, BigFraction.of(1 + random.nextInt(40), 9));
                }
                appraisals.add(new Appraisal("共同体" + i, BigFraction.of(5_000 + random.nextInt(5_001), 100), List.of(),
                        contributions));
            }
            BigInteger budget = BigInteger.valueOf(random.nextLong(1_000_000_000L));
            boolean any = appraisals.stream().anyMatch(each -> each.score().compareTo(BigFraction.of(60)) > 0);
            BigInteger paid = BigInteger.ZERO;
            for (Grants.Grant grant : Grants.of(scheme, appraisals, budget)) {
                paid = paid.add(grant.fen());
            }
            BigInteger yuan = budget.divide(BigInteger.valueOf(100)).multiply(BigInteger.valueOf(100));
            assertThat(paid).isEqualTo(any ? yuan : BigInteger.ZERO);
        }
    }

    private static Appraisal appraise(Inspected inspected) {
        return Appraisal.of(Charters.scheme("full", FULL).score(), "一", SCHOOLS, STANDINGS, inspected);
    }

    private static BigFraction sum(Stream<BigFraction> numbers) {
        return numbers.reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static Standing borne(String bearer, int counted, int target) {
        return standing(new InstanceKey("Q24", bearer, "-", "2024"), Status.OPEN, "三(三)5", counted, target, Map.of());
    }

    private static Standing standing(String duty, Status status, String clause, int counted, int target,
            Map<String, Integer> led) {
        return standing(new InstanceKey(duty, "一", "-", "2024"), status, clause, counted, target, led);
    }

    private static Standing standing(InstanceKey key, Status status, String clause, int counted, int target,
            Map<String, Integer> led) {
        LocalDate day = LocalDate.of(2024, 9, 1);
        Instance instance = new Instance(key, "一", Modality.MUST, target, day, day, Instance.ALWAYS);
        return new Standing(new Progress(instance, status, counted, target), clause, led);
    }
}
