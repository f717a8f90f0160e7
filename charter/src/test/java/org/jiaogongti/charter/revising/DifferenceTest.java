package org.jiaogongti.charter.revising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.reading.DifferenceText;
import org.jiaogongti.charter.reading.InvalidCharter;
import org.jiaogongti.charter.worlds.RandomWorlds;
import org.jiaogongti.charter.worlds.SmallWorld;
import org.jiaogongti.charter.worlds.Village;
import org.junit.jupiter.api.Test;

/** Round two as a difference to round one: applied, found again, tried, and refused with the line. */
class DifferenceTest {

    private static final CharterText TEXT = Charters.bundledText("fenghua-2019");
    private static final Charter BEFORE = Charters.bundled("fenghua-2019");
    private static final LocalDate NOTICES = LocalDate.of(2019, 10, 1);
    private static final LocalDate SPRING = LocalDate.of(2024, 2, 26);

    /** One of everything that a difference can say. */
    private static final String FILE = """
            修订: 第二轮
            章程: fenghua-2019
            自: 2024-02-26
            改动:
              - 责任: Q21
                至少: 12
                决定: 示例领导01
                依据: 示例文〔2022〕77 号，2022-12-28
                针对: "第一轮：牵头校的课集中在 11 月"
              - 责任: Q23
                多久: 每学年
                决定: 示例领导01
                依据: 示例文〔2022〕77 号，2022-12-28
              - 责任: Q14
                每个: 不分
                窗口: 整期
                只数: [牵头校带队, { 不是: 到校 }]
                决定: 示例领导01
                依据: 示例文〔2022〕77 号，2022-12-28
              - 责任: Q12
                不再要求: 是
                决定: 示例领导01
                依据: 示例文〔2022〕77 号，2022-12-28
              - 读法: 线上活动算不算
                读作: 不算
                决定: 示例领导01
                依据: 示例文〔2022〕77 号，2022-12-28
              - 新增:
                  编号: Q34
                  条款: 四(三)
                  原文: 第二轮工作安排根据第一轮考核评估情况再做调整
                  名称: 牵头校再作讲座
                  谁来做: 牵头校
                  多久: 每学期
                  数: { 什么: 专题讲座, 单位: 次 }
                  至少: 2
                原话: 牵头校每学期再作专题讲座不少于2次
                决定: 示例领导01
                依据: 示例文〔2022〕77 号，2022-12-28
            """;

    private static Difference read(String file) {
        return Charters.difference("round-2.yaml", file, TEXT);
    }

    private static Charter applied(Difference difference) {
        return Charters.of("x", TEXT.with(difference, NOTICES));
    }

    private static Map<String, Progress> evaluate(Charter charter, List<Fact> facts) {
        return Evaluation.of(new Counting(charter, Village.world()), facts, List.of(), LocalDate.of(2024, 9, 1))
                .progress().stream().collect(Collectors.toMap(each -> each.key().toString(), each -> each));
    }

    @Test
    void everyChangeHoldsFromItsDayAndTheTermBeforeStaysAsItWas() {
        Charter after = applied(read(FILE));

        assertThat(after.rule("Q21", SPRING.minusDays(1))).isEqualTo(BEFORE.rule("Q21", SPRING));
        assertThat(after.rule("Q21", SPRING).quantity()).isEqualTo(new Quantity.AtLeast(12));
        assertThat(after.rule("Q23", SPRING).recurrence()).isEqualTo(Recurrence.SCHOOL_YEAR);
        assertThat(after.rule("Q14", SPRING).window()).isEqualTo(Window.WHOLE_PERIOD);
        assertThat(after.rule("Q14", SPRING).each()).isEqualTo(Each.NOTHING);
        assertThat(after.reading("线上活动算不算").orElseThrow().on(SPRING).alternative()).isEqualTo("不算");
        assertThat(after.obligation("Q34").orElseThrow().head().quote().clause()).isEqualTo("四(三)");

        Map<String, Progress> was = evaluate(BEFORE, List.of());
        Map<String, Progress> is = evaluate(after, List.of());
        assertThat(is.entrySet().stream().filter(each -> each.getKey().endsWith("2023-2024-1")).toList())
                .as("the autumn term ended before the day")
                .containsExactlyInAnyOrderElementsOf(
                        was.entrySet().stream().filter(each -> each.getKey().endsWith("2023-2024-1")).toList());
        assertThat(is.get("Q21/中心小学/-/2023-2024-2")).isNotNull().matches(each -> each.target() == 12);
        assertThat(is).containsKeys("Q23/中心小学/-/2023-2024", "Q14/山村共同体/-/2023-2024-2", "Q34/中心小学/-/2023-2024-2")
                .doesNotContainKeys("Q23/中心小学/-/2023-2024-2", "Q12/山村共同体/-/2023-2024", "Q34/中心小学/-/2023-2024-1");
        assertThat(was).containsKeys("Q12/山村共同体/-/2023-2024", "Q23/中心小学/-/2023-2024-2");
    }

    @Test
    void theDifferenceOfBothChartersIsTheDifferenceAndItsFileReadsAsTheSame() {
        Difference difference = read(FILE);
        CharterText whole = TEXT.with(difference, NOTICES);

        assertThat(DifferenceText.between(TEXT, whole)).isEqualTo(difference);
        String file = DifferenceText.of(difference);
        assertThat(read(file)).isEqualTo(difference);
        assertThat(DifferenceText.of(read(file))).isEqualTo(file);
        assertThat(whole.charter().lines().filter(line -> line.contains("#")).toList()).as("comments stay")
                .isEqualTo(TEXT.charter().lines().filter(line -> line.contains("#")).toList());
        assertThat(file).contains("针对: \"第一轮：牵头校的课集中在 11 月\"");
    }

    /** A charter written whole by a clerk, with the same in other lines and another order of keys. */
    @Test
    void itEqualsTheCharterThatOneWouldWriteWhole() {
        String basis = "决定: 示例领导01, 依据: \"示例文〔2022〕77 号，2022-12-28；针对：第一轮：牵头校的课集中在 11 月\"";
        String whole = TEXT.charter().replace("    至少: 15\n", """
                    至少:
                      - { 自: 2019-10-01, 数: 15 }
                      - { %s, 数: 12, 自: 2024-02-26 }
                """.formatted(basis).indent(0));
        Difference only = read(FILE.substring(0, FILE.indexOf("  - 责任: Q23")));

        assertThat(applied(only).obligations())
                .isEqualTo(Charters.of("x", new CharterText(whole, TEXT.notice())).obligations());
        assertThat(DifferenceText.between(TEXT, new CharterText(whole, TEXT.notice()))).isEqualTo(only);
    }

    @Test
    void whatWasDecidedIsSaidBesideWhatStoodThere() {
        Charter after = applied(read(FILE));

        assertThat(after.obligations().stream().flatMap(duty -> Revised.of(after, duty).stream()
                .filter(each -> !each.part().equals("线上活动算不算"))
                .map(each -> duty.id() + " " + each.part() + " " + each.before() + " → " + each.after())))
                .containsExactly("Q12 不再要求 “基础+拓展”课程展示 → ", "Q14 每个 学科指导组 → 不分", "Q14 窗口 开学前一周 → 整期",
                        "Q14 只数 本学科 → 牵头校带队；不是：到校(不是线上)", "Q21 至少 15 节 → 12 节", "Q23 多久 每学期 → 每学年",
                        "Q34 新增  → 牵头校再作讲座");
        Revised number = Revised.of(after, after.obligation("Q21").orElseThrow()).stream()
                .filter(each -> each.part().equals("至少")).findFirst().orElseThrow();
        assertThat(number.grounds().answers()).isEqualTo("第一轮：牵头校的课集中在 11 月");
        assertThat(number.grounds().document()).isEqualTo("示例文〔2022〕77 号，2022-12-28");
        assertThat(Revised.of(BEFORE, BEFORE.obligation("Q21").orElseThrow())).isEmpty();
    }

    @Test
    void triedOnThePastItHoldsAtAllTimes() {
        Charter always = read(FILE).always(BEFORE);
        Map<String, Progress> is = evaluate(always, List.of(Village.lessons("a", "2023-10-09", Village.NEAR, 13)));

        assertThat(is.get("Q21/中心小学/-/2023-2024-1")).isNotNull()
                .matches(each -> each.target() == 12 && each.left() == 0);
        assertThat(is).containsKeys("Q34/中心小学/-/2023-2024-1").doesNotContainKeys("Q12/山村共同体/-/2023-2024");
        assertThat(read(FILE).duties(BEFORE)).contains("Q12", "Q14", "Q21", "Q22", "Q23", "Q34").doesNotContain("Q24");
    }

    @Test
    void randomChangesAppliedAreFoundAgain() {
        RandomWorlds random = new RandomWorlds(20_241_120);
        List<Obligation.Counted> duties = BEFORE.counted().stream()
                .filter(duty -> duty.base().quantity() instanceof Quantity.AtLeast).toList();
        for (int i = 0; i < 25; i++) {
            List<Revision> revisions = new ArrayList<>();
            for (int k = random.below(4); k >= 0; k--) {
                Obligation.Counted duty = random.pick(duties);
                Grounds grounds = new Grounds("示例领导0" + random.below(9), "示例文〔2024〕" + random.below(99) + " 号",
                        random.below(2) == 0 ? "" : "问题 “" + random.below(9) + "”: 少");
                revisions.add(random.below(3) == 0
                        ? new Revision.Dropped(duty.id(), grounds)
                        : new Revision.Renumbered(duty.id(),
                                new Quantity.AtLeast(duty.base().quantity().target() + 1 + random.below(9)),
                                grounds));
                Reading reading = random.pick(BEFORE.readings());
                List<String> others = reading.alternatives().keySet().stream()
                        .filter(way -> !way.equals(reading.on(SPRING).alternative())).toList();
                revisions.add(new Revision.ReadAs(reading.name(), random.pick(others), grounds));
            }
            Difference one = new Difference("fenghua-2019", "第二轮", SPRING, List.of());
            for (Revision revision : revisions) {
                int otherRank = 2 - revision.rank();
                one = one.with(revision);
                one = revision.rank() <= 2 ? one.without(revision.subject(), otherRank) : one;
            }
            CharterText whole = TEXT.with(one, NOTICES);
            assertThat(DifferenceText.between(TEXT, whole)).isEqualTo(one);
            assertThat(read(DifferenceText.of(one))).isEqualTo(one);
        }
    }

    /** Whatever is decided for spring, nothing that ended before comes out otherwise, in any small world. */
    @Test
    void historyStaysInRandomWorlds() {
        for (int seed = 1; seed <= 12; seed++) {
            RandomWorlds random = new RandomWorlds(seed);
            SmallWorld world = random.world();
            List<Fact> facts = random.facts(world, 120);
            LocalDate from = LocalDate.of(2023, 2, 1).plusDays(random.below(600));
            Charter after = applied(read(FILE.replace("2024-02-26", from.toString())));
            LocalDate asOf = random.asOf(world);
            assertThat(ended(after, world, facts, asOf, from)).isEqualTo(ended(BEFORE, world, facts, asOf, from));
        }
    }

    private static List<Progress> ended(Charter charter, SmallWorld world, List<Fact> facts, LocalDate asOf,
            LocalDate from) {
        Counting counting = new Counting(charter, world);
        return Evaluation.of(counting, facts, List.of(), asOf).progress().stream()
                .filter(each -> counting.period(each.key().period()).orElseThrow().days().last().isBefore(from))
                .toList();
    }

    @Test
    void whatCannotBeIsSaidWithItsLineAndTheRemedy() {
        assertThatThrownBy(() -> read(FILE.replace("责任: Q23", "责任: Q93"))).isInstanceOf(InvalidCharter.class)
                .hasMessageContaining("round-2.yaml:10:").hasMessageContaining("没有责任“Q93”")
                .hasMessageContaining("是不是“");
        assertThatThrownBy(() -> read(FILE.replace("至少: 12", "至少: 15"))).hasMessageContaining("round-2.yaml:5:")
                .hasMessageContaining("不用改");
        assertThatThrownBy(() -> read(FILE.replace("自: 2024-02-26", "自: 2020-02-26")))
                .hasMessageContaining("round-2.yaml:3:").hasMessageContaining("不在第二轮之内");
        assertThatThrownBy(() -> read(FILE.replace("读作: 不算", "读作: 不数"))).hasMessageContaining("是不是“不算”");
        assertThatThrownBy(() -> read(FILE.replace("依据: 示例文", "据: 示例文"))).hasMessageContaining("缺少“依据”");
        assertThatThrownBy(() -> read(FILE.replace("窗口: 整期", "不少于: 3\n    不多于: 2")))
                .hasMessageContaining("小于“不少于”");
        assertThatThrownBy(() -> read(FILE.replace("窗口: 整期", "窗口: 期末一周"))).hasMessageContaining("没有“期末一周”这个词");
        assertThatThrownBy(() -> read(FILE.replace("编号: Q34", "编号: Q33"))).hasMessageContaining("已经有了");
        assertThatThrownBy(() -> read(FILE.replace("多久: 每学年", "窗口: 期中一周\n    多久: 每学年")))
                .hasMessageContaining("谁也做不到");
        assertThatThrownBy(() -> read(FILE + "  - 责任: Q21\n    不再要求: 是\n    决定: 甲\n    依据: 乙\n    读作: 丙\n"))
                .hasMessageContaining("不能和“责任”写在一起");
        assertThatThrownBy(() -> DifferenceText.between(TEXT, TEXT)).hasMessageContaining("没有不同");
        assertThatThrownBy(() -> DifferenceText.between(TEXT,
                new CharterText(TEXT.charter().replace("名称: 到成员校上示范课", "名称: 示范课"), TEXT.notice())))
                .hasMessageContaining("从哪一天起");
    }
}
