package org.jiaogongti.charter.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Means;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.goals.Whose;
import org.jiaogongti.charter.notice.Quote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals in a charter file: the bundled ones are the notice's sentences; each way to spoil one is found where it is. */
class GoalFileTest {

    private final CharterText bundled = Charters.bundledText("fenghua-2019");

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void notice() throws IOException {
        Files.writeString(directory.resolve("notice.txt"), bundled.notice());
    }

    private List<Finding> errors(String from, String to) throws IOException {
        assertThat(bundled.charter()).as("what the test spoils").contains(from);
        String spoilt = bundled.charter().replaceFirst(Pattern.quote(from),
                Matcher.quoteReplacement(to));
        Files.writeString(directory.resolve("charter.yaml"), spoilt);
        return CharterCheck.check(directory).stream().filter(Finding::isError).toList();
    }

    private void single(String from, String to, String... words) throws IOException {
        assertThat(errors(from, to)).singleElement()
                .satisfies(error -> assertThat(error.toString()).contains(words).contains("charter.yaml:"));
    }

    private int lineOf(String words) {
        return (int) bundled.charter().substring(0, bundled.charter().indexOf(words)).lines().count();
    }

    @Test
    void theSixSentencesOfTheSecondPartAreGoalsOfBothRounds() {
        Charter charter = Charters.bundled("fenghua-2019");

        assertThat(charter.goals()).extracting(Goal::id).containsExactly("G1", "G2", "G3", "G4", "G5", "G6");
        for (Goal goal : charter.goals()) {
            Quote quote = goal.quote();
            assertThat(quote.clause()).isEqualTo("二");
            assertThat(charter.notice().text().substring(quote.start(), quote.end())).isEqualTo(quote.text());
            assertThat(goal.rounds()).extracting("round")
                    .isEqualTo(charter.rounds().stream().map(Round::name).toList());
            // The notice names no number, so none may be told as if it did.
            goal.rounds().forEach(outcome -> {
                if (outcome.baseline() instanceof Baseline.Known known) {
                    assertThat(known.source()).contains("示例数据");
                }
                if (outcome.expected() instanceof Target.Decided decided) {
                    assertThat(decided.basis()).contains("示例数据");
                }
            });
        }
    }

    @Test
    void aGoalIsReadToItsLastWord() {
        Goal management = Charters.bundled("fenghua-2019").goal("G1").orElseThrow();
        Goal weak = Charters.bundled("fenghua-2019").goal("G3").orElseThrow();
        Goal parity = Charters.bundled("fenghua-2019").goal("G6").orElseThrow();

        assertThat(management.whose()).containsExactly(Whose.DISTRICT, Whose.COMMUNITY);
        assertThat(management.indicator().means()).isInstanceOfSatisfying(Means.Records.class,
                records -> assertThat(records.duties()).containsExactly("Q04", "Q05"));
        assertThat(weak.readings()).containsExactly("名单从哪里来");
        assertThat(weak.in("第二轮").orElseThrow().target(Year.of(2025))).get().isInstanceOf(Target.Undecided.class);
        assertThat(weak.in("第二轮").orElseThrow().target(Year.of(2023))).isEmpty();
        assertThat(parity.in("第一轮").orElseThrow().expected()).isInstanceOfSatisfying(Target.Decided.class,
                target -> assertThat(target.lower()).isEqualByComparingTo("-10"));
    }

    @Test
    void aChangeToTheCharterLeavesItsGoals() {
        Charter charter = Charters.bundled("fenghua-2019");

        assertThat(charter.reading("节数怎么合计", "每所成员校").with(Charters.bundledOverlay("moe-exams-2021"))
                .withoutOverlays().goals()).isEqualTo(charter.goals());
    }

    @Test
    void aSentenceThatTheNoticeDoesNotSayIsFoundAtItsPlace() throws IOException {
        assertThat(errors("原文: 转变薄弱学科", "原文: 转变薄弱学校")).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(lineOf("原文: 转变薄弱学科"));
            assertThat(error.remedy()).contains("原文接下来是“科");
        });
    }

    @Test
    void wordsThatAreNotKnownAskWhetherAnotherWasMeant() throws IOException {
        single("方向: 高为好", "方向: 高为佳", "是不是“高为好”");
        single("种类: 评定", "种类: 平定", "是不是“评定”");
        single("来自: 青年教师结对比例", "来自: 青年教师结对数", "是不是“青年教师结对比例”");
        single("谁的: [全区, 学校]", "谁的: [全市, 学校]", "是不是“全区”");
        single("用到读法: 全省中上水平", "用到读法: 全省中等水平", "是不是“全省中上水平”");
        single("责任: [Q04, Q05]", "责任: [Q04, Q55]", "不是本章程的责任");
        single("    说明: 监测的平均分", "    说名: 监测的平均分", "是不是“说明”");
        single("      单位: 级\n", "", "缺少“单位”");
    }

    @Test
    void roundsAndYearsMustBeThoseOfTheCharter() throws IOException {
        single("      第一轮:\n        基线: { 待定", "      第三轮:\n        基线: { 待定", "没有叫“第三轮”的轮次", "是不是“第");
        single("          2021: { 值: 80", "          2024: { 值: 80", "写 2019 到 2022 之间的年份");
        single("          2021: { 值: 80", "          2019: { 值: 80", "2019 年写在 2020 年后面", "从早到晚");
        single("日: 2019-12-30, 值: 20", "日: 2023-01-01, 值: 20", "以后");
    }

    @Test
    void whatIsDecidedSaysByWhomAndWhatIsOpenSaysNothingElse() throws IOException {
        single("预期: { 值: 60, 决定: 示例数据, 依据", "预期: { 值: 60, 依据", "缺少“决定”", "待定");
        single("基线: { 日: 2019-12-30, 值: 20, 误差: 4, 来源: 示例数据 }", "基线: { 日: 2019-12-30, 值: 20 }", "缺少“来源”");
        single("2025: { 待定: 由", "2025: { 值: 3, 待定: 由", "既写了“待定”");
    }

    @Test
    void numbersAreNumbersThatFitTheDirectionAndTheRubric() throws IOException {
        single("值: 20, 误差: 4", "值: 二十, 误差: 4", "不是数");
        single("值: 20, 误差: 4", "值: 20, 误差: -4", "误差不能小于 0");
        single("余量: 10", "余量: -10", "余量不能小于 0");
        single("值: 90, 决定", "下限: 80, 值: 90, 决定", "不写“下限”");
        single("预期: { 值: 3, 决定", "预期: { 值: 5, 决定", "量规里没有 5 这一级");
        single("        1: 还没有成文的制度", "        一: 还没有成文的制度", "不是量规的等级");
        assertThat(errors("单位: 级\n      方向: 高为好", "单位: 级\n      方向: 范围")).isNotEmpty()
                .allSatisfy(error -> assertThat(error.toString()).containsAnyOf("下限", "上限"));
    }

    @Test
    void kindsOfMeansKeepToTheirOwnKeys() throws IOException {
        single("      来自: 青年教师结对比例\n", "      来自: 青年教师结对比例\n      责任: [Q25]\n", "不看责任");
        single("      责任: [Q04, Q05]\n", "", "要写看哪几条“责任”");
        single("      种类: 结果\n", "      种类: 结果\n      来自: 责任完成比例\n", "只有“种类: 记录”才写");
        single("      来自: 薄弱学科转变比例\n", "", "要写“来自”");
        single("编号: G2", "编号: G1", "编号“G1”重复");
        single("编号: G2", "编号: 二号", "写成 G 加数字");
    }

    @Test
    void openGoalsAreWarnings() throws IOException {
        Files.writeString(directory.resolve("charter.yaml"), bundled.charter());

        assertThat(CharterCheck.check(directory)).filteredOn(finding -> finding.message().startsWith("G"))
                .noneMatch(Finding::isError).extracting(Finding::message)
                .containsExactly("G3 2025 年的目标待定：由区教育局看2024年的评估再定", "G4 第一轮的基线待定：第一轮开始时没有评定过",
                        "G4 第二轮的基线待定：等考核组补评第一轮末的等级");
    }
}
