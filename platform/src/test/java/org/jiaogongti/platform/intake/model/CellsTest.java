package org.jiaogongti.platform.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type into cells, and what it is taken for. */
class CellsTest {

    private final Cells cells = new Cells(LocalDate.of(2024, 11, 20));

    private Cells.Read read(Cell cell, String text) {
        return cells.read(Column.required("c", cell, "列"), text);
    }

    /** 46266 is the first of September 2026: day 1 of the spreadsheet's calendar is 1900-01-01, and 1900 had no leap day. */
    @ParameterizedTest
    @CsvSource({"2024-09-01,2024-09-01", "2024.9.1,2024-09-01", "2024/9/1,2024-09-01", "2024年9月1日,2024-09-01",
            "20240901,2024-09-01", "46266,2026-09-01", "46266.0,2026-09-01", "２０２４．９．１,2024-09-01",
            "9月1日,2024-09-01", "2月28日,2025-02-28", "2024-9-1 00:00:00,2024-09-01", "2024-09-01T00:00,2024-09-01"})
    void datesInManyForms(String typed, String day) {
        assertThat(read(Cell.day(), typed)).isEqualTo(new Cells.Read.Value(day));
    }

    @ParameterizedTest
    @CsvSource({"2023-2-29,intake.cell.no-such-day", "2024-13-01,intake.cell.no-such-day",
            "2月30日,intake.cell.no-such-day",
            "九月一日,intake.cell.day", "待定,intake.cell.day", "1,intake.cell.day", "#N/A,intake.cell.error"})
    void daysThatAreNone(String typed, String key) {
        assertThat(problem(read(Cell.day(), typed)).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"12,12", "１２,12", "12.0,12", "007,7", "1.2E1,12"})
    void wholeNumbers(String typed, String number) {
        assertThat(read(Cell.whole(0, 100), typed)).isEqualTo(new Cells.Read.Value(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"约20人", "12.5", "十二", "12人", "1e99999", "--1", "-1", "101"})
    void numbersThatAreNone(String typed) {
        assertThat(read(Cell.whole(0, 100), typed)).isInstanceOf(Cells.Read.Wrong.class);
    }

    /** As Word and Excel write them, and as a Chinese keyboard does. */
    @Test
    void aTrueMinusSignAndFullWidthFiguresAreNumbers() {
        Cell points = new Cell.Decimal(BigDecimal.valueOf(-500), BigDecimal.valueOf(500), 1);
        assertThat(read(points, "\u221219.5")).isEqualTo(new Cells.Read.Value("-19.5"));
        assertThat(read(points, "\uFF0D１２．５")).isEqualTo(new Cells.Read.Value("-12.5"));
    }

    @Test
    void decimalsAreRoundedAndHaveOneForm() {
        Cell kilometres = new Cell.Decimal(BigDecimal.ZERO, BigDecimal.valueOf(500), 1);
        assertThat(read(kilometres, "12.34")).isEqualTo(new Cells.Read.Value("12.3"));
        assertThat(read(kilometres, "100")).isEqualTo(new Cells.Read.Value("100"));
        assertThat(read(kilometres, "0.30000000000000004")).isEqualTo(new Cells.Read.Value("0.3"));
    }

    @ParameterizedTest
    @CsvSource({"8:05,08:05", "08：05,08:05", "8:05:00,08:05", "0.5,12:00", "0.336805555555556,08:05"})
    void timesOfTheDay(String typed, String time) {
        assertThat(read(new Cell.Clock(), typed)).isEqualTo(new Cells.Read.Value(time));
    }

    @Test
    void namesKeepRareCharactersAndLoseSpacesAroundThem() {
        assertThat(read(Cell.words(20), "　示例教师㛃𬭚\u200B ")).isEqualTo(new Cells.Read.Value("示例教师㛃𬭚"));
        assertThat(read(Cell.words(4), "示例𬭚𬭚")).isEqualTo(new Cells.Read.Value("示例𬭚𬭚"));
        assertThat(problem(read(Cell.words(3), "示例𬭚𬭚")).key()).isEqualTo("intake.cell.long");
    }

    @Test
    void anEmptyCellIsMissingOnlyWhereItMustBeGiven() {
        assertThat(problem(read(Cell.words(3), " \t")).words()).containsExactly("列");
        assertThat(cells.read(Column.optional("c", Cell.day(), "列"), "")).isEqualTo(new Cells.Read.Value(""));
    }

    /** 91350100M000100Y43 is the example of GB 32100-2015. */
    @Test
    void socialCreditCodesHaveTheirCheckSign() {
        assertThat(read(Cell.socialCreditCode(), "91350100m000100y43"))
                .isEqualTo(new Cells.Read.Value("91350100M000100Y43"));
        assertThat(problem(read(Cell.socialCreditCode(), "91350100M000100Y44")).key()).isEqualTo("intake.cell.check");
        assertThat(problem(read(Cell.socialCreditCode(), "9135")).key()).isEqualTo("intake.cell.code");
    }

    @Test
    void aSchoolCodeHasTenDigits() {
        assertThat(read(Cell.schoolCode(), "2133000001")).isEqualTo(new Cells.Read.Value("2133000001"));
        assertThat(read(Cell.schoolCode(), "2133000001.0")).isEqualTo(new Cells.Read.Value("2133000001"));
        assertThat(read(Cell.schoolCode(), "213300000")).isInstanceOf(Cells.Read.Wrong.class);
    }

    @Test
    void aSchoolCodeNamesAKindOfSchoolAndAProvinceThatExist() {
        assertThat(problem(read(Cell.schoolCode(), "2033000001")).key()).isEqualTo("intake.cell.school-category");
        assertThat(problem(read(Cell.schoolCode(), "2199000001")).words()).containsExactly("2199000001", "99");
        assertThat(read(Cell.schoolCode(), "３１３３０００００１")).isEqualTo(new Cells.Read.Value("3133000001"));
    }

    @Test
    void aCourseCodeIsOneOfTheStandard() {
        assertThat(read(Cell.courseCode(), "13")).isEqualTo(new Cells.Read.Value("13"));
        assertThat(problem(read(Cell.courseCode(), "10")).key()).isEqualTo("intake.cell.course");
    }

    @Test
    void everyTableOfCodesSaysWhereItIsFrom() {
        assertThat(List.of(CodeTable.SCHOOL_CATEGORIES, CodeTable.PROVINCES, CodeTable.COURSES))
                .allSatisfy(table -> assertThat(table.source()).startsWith("# ").contains("来源："));
    }

    @Test
    void aWordOutsideTheChoiceNamesTheChoice() {
        Problem no = problem(read(Cell.oneOf("小学", "PRIMARY", "完小", "POINT"), "中学"));
        assertThat(no.words()).containsExactly("中学", "小学、完小");
    }

    private static Problem problem(Cells.Read read) {
        if (read instanceof Cells.Read.Wrong wrong) {
            return wrong.problem();
        }
        throw new AssertionError("no problem: " + read);
    }
}
