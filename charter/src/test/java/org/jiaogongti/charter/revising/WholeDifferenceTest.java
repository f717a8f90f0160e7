package org.jiaogongti.charter.revising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.goals.ExpectedOutcome;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.reading.DifferenceText;
import org.jiaogongti.charter.reading.InvalidCharter;
import org.jiaogongti.charter.whatif.AimTrial;
import org.jiaogongti.charter.worlds.RandomCharters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A difference says everything that a round can change: goals, ranges, and duties that are told without being counted. */
class WholeDifferenceTest {

    private static final CharterText TEXT = Charters.bundledText("fenghua-2019");
    private static final Charter BEFORE = Charters.bundled("fenghua-2019");
    private static final LocalDate NOTICES = LocalDate.of(2019, 10, 1);
    private static final LocalDate SPRING = LocalDate.of(2025, 2, 17);

    private static final String FILE = """
            修订: 第二轮
            章程: fenghua-2019
            自: 2025-02-17
            改动:
              - 责任: Q06
                不少于: 3
                不多于: 4
                决定: 示例领导01
                依据: 示例文〔2024〕77 号
              - 责任: Q01
                至少: 2
                多久: 每学年
                决定: 示例领导01
                依据: 示例文〔2024〕77 号
              - 责任: Q02
                不再要求: 是
                决定: 示例领导01
                依据: 示例文〔2024〕77 号
              - 责任: Q21
                不少于: 10
                不多于: 20
                多久: 每学年
                决定: 示例领导01
                依据: 示例文〔2024〕77 号
              - 目标: G1
                基线: { 日: 2022-12-30, 值: 91, 误差: 0, 来源: 示例复核 }
                预期: { 值: 97.5 }
                各年: { 2025: { 值: 97.5 } }
                决定: 示例领导01
                依据: 示例文〔2024〕77 号
                针对: 第一轮末 90%，已经够到
              - 目标: G2
                不再要求: 是
                决定: 示例领导01
                依据: 示例文〔2024〕77 号
              - 新增目标:
                  编号: G7
                  条款: 四(三)
                  原文: 第二轮工作安排根据第一轮考核评估情况再做调整
                  名称: 示范课按时
                  指标:
                    什么: 示范课一条责任，当年到期的里面按时完成的占多少
                    单位: "%"
                    方向: 高为好
                    种类: 记录
                    来自: 责任完成比例
                    责任: Q21
                  谁的: 全区
                  轮次:
                    第二轮:
                      基线: { 待定: 由督导室补算 }
                      预期: { 值: 80, 决定: 示例领导01, 依据: 示例文 }
                原话: 示范课按时完成的不少于八成
                决定: 示例领导01
                依据: 示例文〔2024〕77 号
            """;

    private static Difference read(String file) {
        return Charters.difference("round-2.yaml", file, TEXT);
    }

    private static Charter applied(Difference difference) {
        return Charters.of("x", TEXT.with(difference, NOTICES));
    }

    private static Obligation.Asked asked(Charter charter, String duty, LocalDate day) {
        return ((Obligation.Uncounted) charter.obligation(duty).orElseThrow()).asked(day);
    }

    @Test
    void rangesAndDutiesThatAreNotCountedChangeFromTheirDay() {
        Charter after = applied(read(FILE));

        assertThat(asked(after, "Q06", SPRING.minusDays(1)).quantity()).isEqualTo(new Quantity.Between(2, 3));
        assertThat(asked(after, "Q06", SPRING).quantity()).isEqualTo(new Quantity.Between(3, 4));
        assertThat(asked(after, "Q01", SPRING.minusDays(1)))
                .isEqualTo(new Obligation.Asked(Recurrence.ROUND, Each.NOTHING, new Quantity.AtLeast(1)));
        assertThat(asked(after, "Q01", SPRING))
                .isEqualTo(new Obligation.Asked(Recurrence.SCHOOL_YEAR, Each.NOTHING, new Quantity.AtLeast(2)));
        assertThat(after.obligation("Q02").orElseThrow().changes().holdsOn(SPRING)).isFalse();
        assertThat(after.rule("Q21", SPRING).quantity()).isEqualTo(new Quantity.Between(10, 20));
        assertThat(after.rule("Q21", SPRING.minusDays(1)).quantity()).isEqualTo(new Quantity.AtLeast(15));
        assertThat(read(FILE).duties(BEFORE)).as("what is not counted is not tried on records").containsOnly("Q21");
        Charter always = read(FILE).always(BEFORE);
        assertThat(asked(always, "Q01", NOTICES))
                .isEqualTo(new Obligation.Asked(Recurrence.SCHOOL_YEAR, Each.NOTHING, new Quantity.AtLeast(2)));
        assertThat(always.rule("Q21", NOTICES).quantity()).isEqualTo(new Quantity.Between(10, 20));
    }

    @Test
    void goalsChangeEndAndComeInTheirRoundOnly() {
        Charter after = applied(read(FILE));

        ExpectedOutcome aimed = after.goal("G1").orElseThrow().in("第二轮").orElseThrow();
        assertThat(aimed.expected()).isEqualTo(new Target.Decided(new BigDecimal("97.5"), null, BigDecimal.ZERO,
                "示例领导01", "示例文〔2024〕77 号；针对：第一轮末 90%，已经够到"));
        assertThat(aimed.target(Year.of(2025))).contains(aimed.expected());
        assertThat(aimed.target(Year.of(2024))).as("a year that is over keeps its target")
                .isEqualTo(BEFORE.goal("G1").orElseThrow().in("第二轮").orElseThrow().target(Year.of(2024)));
        assertThat(after.goal("G1").orElseThrow().in("第一轮")).isEqualTo(BEFORE.goal("G1").orElseThrow().in("第一轮"));
        ExpectedOutcome ended = after.goal("G2").orElseThrow().in("第二轮").orElseThrow();
        assertThat(ended.ended()).isNotNull();
        assertThat(ended.years()).extracting(each -> each.year().getValue()).containsExactly(2024);
        assertThat(after.goal("G7").orElseThrow().in("第二轮").orElseThrow().expected())
                .isInstanceOf(Target.Decided.class);
        assertThat(Stream.of("G1", "G2", "G7").flatMap(id -> Revised.of(after.goal(id).orElseThrow(), "第二轮").stream())
                .map(each -> each.part() + " " + each.before() + " → " + each.after()))
                .containsExactly("基线 90%（2022-12-30） → 91%（2022-12-30）", "预期 95% 以上 → 97.5% 以上",
                        "2025 年 95% 以上 → 97.5% 以上", "不再要求 教师队伍建设 → ", "新增  → 示范课按时");
    }

    /** Each target that changes, beside what stands there now. */
    @Test
    void whatIsAimedAtIsTried() {
        Difference difference = read(FILE);

        assertThat(AimTrial.of(BEFORE, applied(difference), difference))
                .extracting(each -> each.goal().id() + " " + each.year() + " " + said(each.now()) + " → "
                        + said(each.then()))
                .containsExactly("G1 null 95 → 97.5", "G1 2025 95 → 97.5", "G2 null 80 → -", "G7 null - → 80");
    }

    private static String said(@Nullable Target target) {
        return target instanceof Target.Decided decided ? String.valueOf(decided.least()) : "-";
    }

    @Test
    void aGoalOfOneRoundBecomesOneOfTheNext() {
        CharterText first = new CharterText(TEXT.charter().substring(0, TEXT.charter().lastIndexOf("      第二轮:"))
                + "    说明: x\n", TEXT.notice());
        String file = FILE.substring(0, FILE.indexOf("  - 责任")) + """
                  - 目标: G6
                    基线: { 日: 2022-06-30, 值: -24, 误差: 4, 来源: 示例数据 }
                    预期: { 值: 0, 余量: 10 }
                    决定: 示例领导01
                    依据: 示例文〔2024〕77 号
                """;
        Difference difference = Charters.difference("x", file, first);
        CharterText whole = first.with(difference, NOTICES);

        assertThat(Charters.of("x", whole).goal("G6").orElseThrow().in("第二轮")).isPresent();
        assertThat(DifferenceText.between(first, whole)).isEqualTo(difference);
        assertThatThrownBy(() -> Charters.difference("x", file.replaceAll("    基线.*\n", ""), first))
                .hasMessageContaining("x:5:").hasMessageContaining("“基线”和“预期”都写");
    }

    @Test
    void theFileOfADifferenceReadsAsTheSame() {
        Difference difference = read(FILE);
        CharterText whole = TEXT.with(difference, NOTICES);

        assertThat(DifferenceText.between(TEXT, whole)).isEqualTo(difference);
        assertThat(read(DifferenceText.of(difference))).isEqualTo(difference);
        // What is changed again is told apart from what was changed before.
        Difference again = Charters.difference("y", """
                修订: 第二轮
                章程: fenghua-2019
                自: 2025-09-01
                改动:
                  - 责任: Q21
                    至少: 12
                    决定: 示例领导02
                    依据: 示例文
                  - 目标: G1
                    预期: { 值: 96 }
                    决定: 示例领导02
                    依据: 示例文
                """, whole);
        assertThat(DifferenceText.between(whole, whole.with(again, NOTICES))).isEqualTo(again);
        assertThat(Charters.of("z", whole.with(again, NOTICES)).rule("Q21", LocalDate.of(2025, 9, 1)).quantity())
                .isEqualTo(new Quantity.AtLeast(12));
    }

    /** For charters with duties of every kind and goals of every direction: what was changed is found, and makes the same text. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theDifferenceOfTwoGeneratedChartersMakesTheOneOfTheOther(int seed) {
        RandomCharters random = new RandomCharters(seed, TEXT.notice());
        CharterText before = random.charter();
        for (int round = 0; round < 3; round++) {
            LocalDate from = SPRING.plusMonths(round);
            String file = random.difference(Charters.of("x", before), from);
            Difference difference = Charters.difference("d", file, before);
            CharterText after = before.with(difference, NOTICES);

            Difference found = DifferenceText.between(before, after);
            assertThat(found).isEqualTo(difference);
            assertThat(before.with(found, NOTICES)).isEqualTo(after);
            assertThat(Charters.difference("d", DifferenceText.of(found), before)).isEqualTo(difference);
            before = after;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"不多于: 4|不多于: 2|:7:|小于“不少于”", "不多于: 4|至少: 4|:7:|又写“至少”",
            "不少于: 3/不多于: 4|不少于: 2/不多于: 3|:5:|Q06 现在就是 2—3", "目标: G2|目标: G9|:32:|没有目标“G9”",
            "预期: { 值: 97.5 }|预期: { 值: 97.5, 决定: 甲 }|:27:|写了两处", "2025: {|2024: {|:28:|过完了",
            "2025: {|2031: {|:28:|不是第二轮里的年份", "编号: G7|编号: G6|:37:|已经有了", "多久: 每学年/决定|窗口: 整期/决定|:12:|没有“窗口”",
            "目标: G2/不再要求: 是|目标: G2/不再要求: 是/预期: { 值: 1 }|:33:|只留一样",
            "目标: G2/不再要求: 是|目标: G2|:32:|没有说改什么", "97.5 }|九成 }|:27:|不是数"})
    void whatCannotBeIsSaidWithItsLine(String from, String to, String line, String words) {
        String file = FILE.replaceFirst(Pattern.quote(from.replace("/", "\n    ")), to.replace("/", "\n    "));

        assertThat(file).isNotEqualTo(FILE);
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidCharter.class)
                .hasMessageContaining("round-2.yaml" + line).hasMessageContaining(words);
    }

    @Test
    void whatIsNotSaidFromADayOnIsNoDifference() {
        assertThatThrownBy(() -> DifferenceText.between(TEXT,
                new CharterText(TEXT.charter().replace("预期: { 值: 95,", "预期: { 值: 96,"), TEXT.notice())))
                .hasMessageContaining("从哪一天起");
    }
}
