package org.jiaogongti.platform.activity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {

    private static final LocalDate NEAR = LocalDate.of(2024, 11, 20);

    @ParameterizedTest
    @CsvSource({"2024.9.1,2024-09-01", "2024-09-01,2024-09-01", "２０２４年９月１日,2024-09-01", "9月1日,2024-09-01",
            "46266,2026-09-01", "1月5日,2025-01-05", "20241120,2024-11-20", "2024/11/20 周三,2024-11-20", "9.1,2024-09-01"})
    void readsDatesAsPeopleAndSpreadsheetsWriteThem(String typed, LocalDate date) {
        assertThat(Typed.date(typed, NEAR)).contains(date);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-30", "明天", "2024-13-01", "''", "9月31日"})
    void takesNoDateThatIsNone(String typed) {
        assertThat(Typed.date(typed, NEAR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"３,3", "3节,3", "12人,12", "4.0,4"})
    void readsNumbersWithWidthAndUnit(String typed, int number) {
        assertThat(Typed.whole(typed)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1.5", "三", "1e3", "99999999"})
    void takesNoNumberThatIsNotWhole(String typed) {
        assertThat(Typed.whole(typed)).isEmpty();
    }

    @Test
    void leavesRareCharactersAndTheDotInsideNames() {
        assertThat(Typed.names("𠮷野䶮、阿依古丽·买买提　示例教师01")).containsExactly("𠮷野䶮", "阿依古丽·买买提", "示例教师01");
        assertThat(Typed.line("\u202E反\u0000转")).isEqualTo("反转");
    }
}
