package org.jiaogongti.charter.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.notice.Quote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled charter is faultless; each way to spoil it is found where it is, with the way to mend it. */
class CharterFileTest {

    @TempDir
    private Path directory = Path.of("");

    private String yaml = "";

    @BeforeEach
    void copy() throws IOException {
        yaml = resource("charter.yaml");
        Files.writeString(directory.resolve("notice.txt"), resource("notice.txt"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects
                .requireNonNull(CharterFileTest.class.getResourceAsStream("/charters/fenghua-2019/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Finding> check(String text) throws IOException {
        Files.writeString(directory.resolve("charter.yaml"), text);
        return CharterCheck.check(directory);
    }

    private List<Finding> errors(String text) throws IOException {
        return check(text).stream().filter(Finding::isError).toList();
    }

    private String replaced(String from, String to) {
        assertThat(yaml).as("what the test spoils").contains(from);
        return yaml.replace(from, to);
    }

    private int lineOf(String words) {
        return (int) yaml.substring(0, yaml.indexOf(words)).lines().count();
    }

    @Test
    void theBundledCharterHasAllThirtyThreeDutiesAndEighteenOpenPoints() {
        Charter charter = Charters.bundled("fenghua-2019");

        assertThat(charter.obligations()).extracting(Obligation::id)
                .isEqualTo(IntStream.rangeClosed(1, 33).mapToObj("Q%02d"::formatted).toList());
        assertThat(charter.counted()).hasSize(19);
        assertThat(charter.readings()).extracting(Reading::id)
                .containsAll(IntStream.rangeClosed(1, 18).mapToObj(i -> "A" + i).toList());
        assertThat(charter.readings()).allSatisfy(reading -> {
            assertThat(reading.alternatives()).hasSizeGreaterThan(1);
            assertThat(reading.choices().getFirst().decidedBy()).isEqualTo("示例数据");
        });
    }

    @Test
    void everyQuoteStandsInTheNoticeWhereItSaysToTheCharacter() {
        Charter charter = Charters.bundled("fenghua-2019");
        for (Obligation duty : charter.obligations()) {
            Quote quote = duty.head().quote();
            assertThat(charter.notice().text().substring(quote.start(), quote.end())).isEqualTo(quote.text());
            assertThat(charter.notice().clause(quote.clause())).isPresent();
        }
    }

    @Test
    void everyDutyIsCountedOrNamesTheFactsItWaitsFor() {
        for (Obligation duty : Charters.bundled("fenghua-2019").obligations()) {
            assertThat(duty.counts()).as(duty.id()).isEqualTo(duty.head().waitsFor().isEmpty());
        }
    }

    @Test
    void dutiesWithoutNumberOrDateAreWarningsThatNameTheOpenPoint() throws IOException {
        List<Finding> findings = check(yaml);

        assertThat(findings).noneMatch(Finding::isError);
        assertThat(findings).extracting(finding -> finding.message().substring(0, 3)).containsExactly("Q11", "Q17",
                "Q32", "Q33", "G3 ", "G4 ", "G4 ");
        assertThat(findings.getFirst().message()).contains("数量", "原文没有写次数");
    }

    @Test
    void theLaterLawSuspendsThreeDutiesAndMarksTheTestPartOfAnother() {
        Overlay law = Charters.bundledOverlay("moe-exams-2021");

        assertThat(law.suspends("Q15", LocalDate.of(2021, 8, 29))).isFalse();
        assertThat(law.suspends("Q15", LocalDate.of(2021, 8, 30))).isTrue();
        assertThat(law.suspends("Q33", LocalDate.of(2024, 1, 1))).isFalse();
        assertThat(law.effects()).anySatisfy(effect -> {
            assertThat(effect.kind()).isEqualTo(Overlay.Kind.MARKS);
            assertThat(effect.duties()).containsExactly("Q33");
            assertThat(effect.words()).isEqualTo("同步检测");
        });
        assertThat(law.source()).isNotBlank();
    }

    @Test
    void aQuoteThatDiffersByOneCharacterIsFoundAtItsPlace() throws IOException {
        String words = "到成员校上示范课15节以上";
        List<Finding> errors = errors(
                replaced("原文: 每学期组织学科优秀教师" + words, "原文: 每学期组织学科优秀教师" + words.replace("15", "16")));

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(lineOf(words));
            assertThat(error.column()).isEqualTo(9);
            assertThat(error.message()).contains("三(三)4");
            assertThat(error.remedy()).contains("原文接下来是“5节以上");
        });
    }

    @Test
    void aQuoteFromAnotherClauseNamesThatClause() throws IOException {
        List<Finding> errors = errors(replaced("条款: 三(三)4\n    原文: 听课评课不少于30节", "条款: 三(三)3\n    原文: 听课评课不少于30节"));

        assertThat(errors).singleElement().satisfies(error -> assertThat(error.remedy()).contains("三(三)4"));
    }

    @Test
    void anUnknownClauseIsAnError() throws IOException {
        assertThat(errors(replaced("条款: 三(三)4\n    原文: 听课评课", "条款: 三(九)4\n    原文: 听课评课"))).singleElement()
                .satisfies(error -> assertThat(error.message()).contains("没有条款“三(九)4”"));
    }

    @Test
    void anUnknownKindIsAnErrorThatAsksWhetherAnotherWasMeant() throws IOException {
        assertThat(errors(replaced("什么: 示范课,", "什么: 示范可,"))).singleElement().satisfies(error -> {
            assertThat(error.message()).contains("示范可");
            assertThat(error.remedy()).contains("是不是“示范课”");
        });
    }

    /** A district's own kind goes by its code; anything else names what there is. */
    @Test
    void aDistrictsOwnKindIsNamedByItsCode() throws IOException {
        assertThat(errors(replaced("什么: 示范课,", "什么: [示范课, own-1a2b3c4d],"))).isEmpty();
        assertThat(errors(replaced("什么: 示范课,", "什么: 校园里的阅读指导联盟活动,"))).singleElement()
                .satisfies(error -> assertThat(error.remedy()).contains("集体备课", "own-1a2b3c4d"));
    }

    @Test
    void anUnknownConditionAndAnUnknownKeyAreErrors() throws IOException {
        assertThat(errors(replaced("只数: [本校参加, 另有学校参加]", "只数: [本校参与, 另有学校参加]"))).singleElement()
                .satisfies(error -> assertThat(error.remedy()).contains("是不是“本校参加”"));
        assertThat(errors(replaced("    语气: 可 ", "    语汽: 可 "))).singleElement()
                .satisfies(error -> assertThat(error.remedy()).contains("是不是“语气”"));
    }

    @Test
    void twoReadingsInForceOnOneDayAreAnError() throws IOException {
        String one = "      - { 自: 2019-10-01, 读法: 合计, 决定: 示例数据, 依据: 示例数据 }\n";
        String spoilt = yaml.replaceFirst(Pattern.quote(one),
                one.replace("自: 2019-10-01,", "自: 2019-10-01, 至: 2021-08-31,")
                        + "      - { 自: 2021-08-31, 读法: 每所成员校, 决定: 示例数据, 依据: 示例数据 }\n");

        assertThat(errors(spoilt)).singleElement().satisfies(error -> {
            assertThat(error.message()).contains("2021-08-31", "同时有效");
            assertThat(error.line()).isEqualTo(lineOf(one.strip()) + 1);
        });
    }

    @Test
    void twoReadingsThatChangeTheSamePartOfADutyAreAnError() throws IOException {
        assertThat(errors(replaced("舍去: { 进位: 向下 }", "舍去: { 取: 较小 }"))).singleElement()
                .satisfies(error -> assertThat(error.message()).contains("Q24", "五分之一或十人", "五分之一怎么取整"));
    }

    @Test
    void aWindowThatItsPeriodDoesNotHaveIsADutyNobodyCanFulfil() throws IOException {
        assertThat(errors(replaced("    多久: 每学期\n    窗口: 期中一周", "    多久: 每学年\n    窗口: 期中一周"))).singleElement()
                .satisfies(error -> assertThat(error.message()).contains("谁也做不到"));
        assertThat(errors(replaced("    阶段: 考核评估\n", "    自: 2032-12-01\n    至: 2032-12-30\n")))
                .singleElement().satisfies(error -> assertThat(error.message()).contains("Q28", "谁也做不到"));
        assertThat(errors(replaced("    阶段: 考核评估\n", "    阶段: 考核\n"))).singleElement()
                .satisfies(error -> assertThat(error.toString()).contains("没有叫“考核”的阶段", "是不是“考核评估”"));
        assertThat(errors(replaced("    阶段: 考核评估\n", "    阶段: 考核评估\n    自: 2022-12-01\n    至: 2022-12-30\n")))
                .singleElement().satisfies(error -> assertThat(error.message()).contains("又写“阶段”"));
        assertThat(errors(replaced("    阶段: 考核评估\n",
                "    阶段: 考核评估\n    改为: [{ 自: 2022-12-31, 窗口: 整期, 决定: 示例数据, 依据: 示例数据 }]\n")))
                .singleElement().satisfies(error -> assertThat(error.message()).contains("只能写在按次数计的责任里"));
        assertThat(errors(replaced("    不少于: 2\n    不多于: 3", "    不少于: 4\n    不多于: 3"))).singleElement()
                .satisfies(error -> assertThat(error.message()).contains("谁也做不到"));
        assertThat(errors(replaced("只数: [在成员校举办]", "只数: [在成员校举办, 在牵头校举办]"))).singleElement()
                .satisfies(error -> assertThat(error.message()).contains("谁也做不到"));
    }

    @Test
    void causesThatRunInACircleAreAnError() throws IOException {
        String spoilt = replaced("    名称: 青年教师到牵头校任教\n", "    名称: 青年教师到牵头校任教\n    由: Q26\n");

        assertThat(errors(spoilt)).isNotEmpty().anySatisfy(error -> assertThat(error.message()).contains("绕成了圈"));
    }

    @Test
    void doubledIdsDoubledKeysAndMissingKeysAreErrors() throws IOException {
        assertThat(errors(replaced("编号: Q22", "编号: Q21"))).singleElement()
                .satisfies(error -> assertThat(error.message()).contains("Q21", "重复"));
        assertThat(errors(replaced("    名称: 到成员校听课评课\n", "    名称: 到成员校听课评课\n    名称: 听课\n"))).singleElement()
                .satisfies(error -> assertThat(error.message()).contains("名称", "两次"));
        assertThat(errors(replaced("    名称: 到成员校听课评课\n", ""))).singleElement()
                .satisfies(error -> assertThat(error.message()).contains("缺少“名称”"));
        assertThat(errors(replaced("    至少: 30\n", ""))).singleElement()
                .satisfies(error -> assertThat(error.message()).contains("没有写数量"));
    }

    @Test
    void brokenYamlIsAnErrorWithItsPlace() throws IOException {
        assertThat(errors("章程: [\n标题: 通知\n")).singleElement()
                .satisfies(error -> assertThat(error.message()).contains("不是合格的 YAML"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(CharterCheck.check(directory.resolve("没有.yaml"))).singleElement().matches(Finding::isError);
        assertThatThrownBy(() -> Charters.bundled("nowhere-2019")).isInstanceOf(InvalidCharter.class)
                .hasMessageContaining("nowhere-2019");
    }

    @Test
    void aNumberChangesOnItsDayAndNotBefore() throws IOException {
        Files.writeString(directory.resolve("charter.yaml"), replaced("    至少: 15\n",
                "    至少: [ { 自: 2019-10-01, 数: 15 }, { 自: 2023-09-01, 数: 12 } ]\n"));
        Charter charter = Charters.read(directory);

        assertThat(charter.rule("Q21", LocalDate.of(2023, 8, 31)).quantity()).isEqualTo(new Quantity.AtLeast(15));
        assertThat(charter.rule("Q21", LocalDate.of(2023, 9, 1)).quantity()).isEqualTo(new Quantity.AtLeast(12));
    }
}
