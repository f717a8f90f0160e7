package org.jiaogongti.charter.appraising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.reading.InvalidCharter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemes are data: the two that come with the charter, a third from a file alone, and files with errors. */
class SchemeTest {

    private static final String THIRD = """
            方案: invented
            名称: 另一种
            得分:
              平均: 每项责任
              部分:
                - { 名称: 教, 条款: 三(二), 权重: 80 }
                - { 名称: 管, 条款: 三(一), 权重: 15 }
                - { 名称: 余, 条款: 四, 权重: 5 }
              小数: 1
            以奖代补:
              及格线: 50
              共同体:
                - { 份: 1/4, 按: 平分 }
                - { 份: 3/4, 按: (得分−及格线)×学校数 }
              学校:
                - { 份: 1/1, 按: 平分 }
              单位: 元
            """;

    @TempDir
    Path folder = Path.of("");

    /** Q14 (三(二)3) twice: 1/1 and 0/1; Q13 1/3; Q04 (三(一)4) 2/2; nothing under 四. */
    private static final List<Standing> STANDINGS = List.of(standing("Q14", "语文", "三(二)3", 1, 1, Map.of("甲校", 1)),
            standing("Q14", "数学", "三(二)3", 0, 1, Map.of()), standing("Q13", "乙校/科学", "三(二)3", 1, 3, Map.of("乙校", 1)),
            standing("Q04", "-", "三(一)4", 3, 2, Map.of("甲校", 1, "乙校", 2)));

    @Test
    void thePlainOneWeighsEveryInstanceAlike() {
        Appraisal appraisal = Appraisal.of(Charters.bundledScheme("fenghua-2019", "plain").score(), "一",
                List.of("甲校", "乙校", "丙校"), STANDINGS);
        // (1 + 0 + 1/3 + 1) / 4 of 100.
        assertThat(appraisal.score()).isEqualTo(BigFraction.of(175, 3));
        // Q04 with amounts 1 and 2 of 2: 1/4 and 3/4. 甲: (1 + 1/4) × 25; 乙: (1/3 + 3/4) × 25.
        assertThat(appraisal.contributions()).containsExactly(Map.entry("甲校", BigFraction.of(125, 4)),
                Map.entry("乙校", BigFraction.of(325, 12)), Map.entry("丙校", BigFraction.ZERO));
    }

    @Test
    void aThirdOneIsAFileAndNothingElse() throws IOException {
        Scheme third = Charters.readScheme(Files.writeString(folder.resolve("third.yaml"), THIRD));
        Appraisal appraisal = Appraisal.of(third.score(), "一", List.of("甲校", "乙校"), STANDINGS);
        // 四 has no instance: 80 and 15 of 95. 教: mean of Q14 (1/2) and Q13 (1/3) is 5/12 of 84.2105… = 35.0877 → 35.1;
        // 管: 15.7894… → 15.8.
        assertThat(appraisal.sections().stream().map(Appraisal.Points::points)).containsExactly(BigFraction.of(351, 10),
                BigFraction.of(79, 5));
        assertThat(appraisal.score()).isEqualTo(BigFraction.of(509, 10));
        Appraisal other = new Appraisal("二", BigFraction.of(80), List.of(), Map.of("丁校", BigFraction.ONE));
        List<Grants.Grant> grants = Grants.of(third.grant(), List.of(appraisal, other), BigInteger.valueOf(100_099));
        // 1000 yuan (99 fen are below the unit): 250 halved; 750 by 0.9 × 2 and 30 × 1: 42.45… and 707.54….
        assertThat(grants.stream().map(Grants.Grant::fen)).containsExactly(BigInteger.valueOf(16_700),
                BigInteger.valueOf(83_300));
        // 167 in two equal parts; the odd yuan by code point: 乙 U+4E59, 甲 U+7532.
        assertThat(grants.getFirst().schools()).isEqualTo(Map.of("甲校", BigInteger.valueOf(8_300), "乙校",
                BigInteger.valueOf(8_400)));
    }

    @Test
    void theSampleOfTheYear2024PaysWholeYuanAboveTheThreshold() {
        Scheme scheme = Charters.bundledScheme("fenghua-2019", "sample-2024");
        assertThat(scheme.bundle()).isEqualTo(new Scheme.Bundle(70, 30, new Scheme.Parts(70, 20, 10)));
        assertThat(scheme.span()).isEqualTo(Scheme.Span.CALENDAR_YEAR);
        List<Appraisal> appraisals = new ArrayList<>();
        String[] names = {"岳林", "龙津", "居敬", "锦屏", "实验"};
        int[] scores = {9340, 9015, 9123, 7836, 8872};
        int[] schools = {6, 5, 5, 6, 6};
        for (int i = 0; i < names.length; i++) {
            Map<String, BigFraction> contributions = new LinkedHashMap<>();
            for (int school = 0; school < schools[i]; school++) {
                contributions.put(names[i] + school, BigFraction.ONE);
            }
            appraisals.add(new Appraisal(names[i], BigFraction.of(scores[i], 100), List.of(), contributions));
        }
        // The figures of the printed sample sheet: 600,000 yuan by 200.40, 150.75, 156.15, 110.16 and 172.32.
        assertThat(Grants.of(scheme.grant(), appraisals, BigInteger.valueOf(60_000_000)).stream()
                .map(grant -> grant.fen().intValueExact() / 100)).containsExactly(152_245, 114_526, 118_628, 83_689,
                        130_912);
    }

    /** Ten thousand budgets: what is paid is the budget, and schools get their community's grant. */
    @Test
    void theGrantsAreTheBudget() {
        Scheme.Grant scheme = Charters.bundledScheme("fenghua-2019", "plain").grant();
        Random random = new Random(10_000);
        for (int round = 0; round < 10_000; round++) {
            List<Appraisal> appraisals = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                Map<String, BigFraction> contributions = new LinkedHashMap<>();
                for (int school = 0; school < 1 + random.nextInt(7); school++) {
                    contributions.put("校" + i + school, BigFraction.of(1 + random.nextInt(40), 1 + random.nextInt(12)));
                }
                appraisals.add(new Appraisal("共同体" + i, BigFraction.of(random.nextInt(10_001), 100), List.of(),
                        contributions));
            }
            BigInteger budget = BigInteger.valueOf(random.nextLong(1_000_000_000L));
            boolean any = appraisals.stream().anyMatch(each -> each.score().compareTo(BigFraction.of(60)) >= 0);
            BigInteger paid = BigInteger.ZERO;
            for (Grants.Grant grant : Grants.of(scheme, appraisals, budget)) {
                paid = paid.add(grant.fen());
                assertThat(grant.schools().values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                        .isEqualTo(grant.fen());
            }
            assertThat(paid).isEqualTo(any ? budget : BigInteger.ZERO);
        }
    }

    @Test
    void anErrorNamesItsLineAndTheRemedy() throws IOException {
        refused("权重: 15", "权重: 25", ":6:5: 各部分的权重加起来是 110");
        refused("份: 1/4", "份: 1/2", ":13:5: 各份加起来是 5/4");
        refused("份: 3/4", "份: 0.75", ":14:12: “0.75”不是分数");
        refused("及格线: 50", "及格线: 500", ":11:8: “500”不是 0 到 100 的分数");
        refused("单位: 元", "单位: 角", "“单位”里没有“角”这个词");
        refused("平均: 每项责任", "中位: 每项责任", "不认识的键“中位”");
    }

    private void refused(String from, String to, String error) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), THIRD.replace(from, to));
        assertThatThrownBy(() -> Charters.readScheme(file)).isInstanceOf(InvalidCharter.class)
                .hasMessageContaining(error);
    }

    private static Standing standing(String duty, String counterpart, String clause, int counted, int target,
            Map<String, Integer> led) {
        LocalDate day = LocalDate.of(2024, 9, 1);
        Instance instance = new Instance(new InstanceKey(duty, "一", counterpart, "2024-2025-1"), "一", Modality.MUST,
                target, day, day, Instance.ALWAYS);
        return new Standing(new Progress(instance, counted < target ? Status.OPEN : Status.MET, counted, target),
                clause, led);
    }
}
