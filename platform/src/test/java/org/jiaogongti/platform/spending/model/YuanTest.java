package org.jiaogongti.platform.spending.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What people type as an amount is read exactly, or not at all. */
final class YuanTest {

    @Test
    void amountsAreReadAsPeopleWriteThem() {
        assertThat(Yuan.fen("1,234.50")).hasValue(123_450);
        assertThat(Yuan.fen("1234.5")).hasValue(123_450);
        assertThat(Yuan.fen(" ¥1,234 ")).hasValue(123_400);
        assertThat(Yuan.fen("￥ 0.01")).hasValue(1);
        assertThat(Yuan.fen("１，２３４．５０元")).hasValue(123_450);
        assertThat(Yuan.fen("0.10")).hasValue(10);
        assertThat(Yuan.fen("99,999,999.99")).hasValue(Yuan.MOST);
    }

    @Test
    void whatCanBeMeantInTwoWaysIsNotRead() {
        assertThat(
                List.of("", "0", "0.00", "-5", "−5", "1.234", "1,23", "12,34.5", "1,234,5", ",123", "1.", ".5", "1e3",
                        "1 234", "100,000,000", "100000000", "abc", "12元5", "1,234.567", "NaN", "١٢"))
                .allSatisfy(typed -> assertThat(Yuan.fen(typed)).as(typed).isEqualTo(OptionalLong.empty()));
    }

    /** Whatever is written is read again as the same fen, with separators and without. */
    @Test
    void writtenAndReadIsTheSame() {
        Random random = new Random(52);
        for (int round = 0; round < 20_000; round++) {
            long fen = 1 + random.nextLong(round % 2 == 0 ? 200_000 : Yuan.MOST);
            assertThat(Yuan.fen(Yuan.text(fen))).hasValue(fen);
            assertThat(Yuan.fen(Yuan.plain(fen))).hasValue(fen);
        }
        assertThat(Yuan.text(0)).isEqualTo("0.00");
        assertThat(Yuan.text(-123_456_789)).isEqualTo("−1,234,567.89");
        assertThat(Yuan.text(100_000)).isEqualTo("1,000.00");
        assertThat(Yuan.text(99_999)).isEqualTo("999.99");
    }

    @Test
    void invoicesAreTheSameHoweverTheyAreSpaced() {
        assertThat(Texts.invoice(" 0333 0020-0111 ")).isEqualTo(Optional.of("033300200111"));
        assertThat(Texts.invoice("ｓｌ２０２４")).isEqualTo(Optional.of("SL2024"));
        assertThat(Texts.invoice("")).isEqualTo(Optional.of(""));
        assertThat(Texts.invoice("发票1")).isEmpty();
        assertThat(Texts.invoice("1".repeat(41))).isEmpty();
    }

    @Test
    void numbersOfPeopleAreSeen() {
        assertThat(List.of("付给 6222 0212 3456 7890 123", "电话13800000000", "身份证 330213-19900101-1234"))
                .allMatch(Texts::personal);
        assertThat(List.of("2024-11-20 送教 12 人", "教具 30 套共 1234567890 号", "")).noneMatch(Texts::personal);
    }
}
