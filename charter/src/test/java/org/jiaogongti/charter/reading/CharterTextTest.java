package org.jiaogongti.charter.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.DatedQuantity;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Reading;
import org.junit.jupiter.api.Test;

class CharterTextTest {

    private static final LocalDate ROUND = LocalDate.of(2019, 10, 1);
    private static final LocalDate SPRING = LocalDate.of(2025, 2, 17);
    private final CharterText bundled = Charters.bundledText("fenghua-2019");

    @Test
    void aDecisionIsOneMoreLineAndNothingElseChanges() {
        CharterText changed = bundled.with("节数怎么合计",
                new Reading.Choice("每所成员校", SPRING, null, "示例领导01", "局务会纪要（示例）“第12号” \\ 𠮷"));

        List<String> before = bundled.charter().lines().toList();
        List<String> after = changed.charter().lines().toList();
        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.stream().filter(line -> !before.contains(line)).toList()).containsExactly(
                "      - { 自: 2025-02-17, 读法: \"每所成员校\", 决定: \"示例领导01\", 依据: \"局务会纪要（示例）“第12号” \\\\ 𠮷\" }");
        Charter charter = Charters.of("x", changed);
        Reading.Choice choice = charter.reading("节数怎么合计").orElseThrow().on(SPRING);
        assertThat(choice.basis()).isEqualTo("局务会纪要（示例）“第12号” \\ 𠮷");
        assertThat(charter.rule("Q21", SPRING)).isNotEqualTo(charter.rule("Q21", SPRING.minusDays(1)));
        assertThat(charter.rule("Q21", SPRING.minusDays(1))).isEqualTo(Charters.bundled("fenghua-2019").rule("Q21",
                SPRING));
    }

    @Test
    void twoNumbersFollowEachOtherAndTheNoticesOwnStays() {
        CharterText once = bundled.with("Q21", number(SPRING, 20), ROUND);
        CharterText twice = once.with("Q21", number(SPRING.plusYears(1), 18), ROUND);

        Charter charter = Charters.of("x", twice);
        assertThat(charter.rule("Q21", SPRING.minusDays(1)).quantity()).isEqualTo(new Quantity.AtLeast(15));
        assertThat(charter.rule("Q21", SPRING).quantity()).isEqualTo(new Quantity.AtLeast(20));
        assertThat(charter.rule("Q21", SPRING.plusYears(1)).quantity()).isEqualTo(new Quantity.AtLeast(18));
        Charter original = Charters.bundled("fenghua-2019");
        assertThat(charter.obligations().stream().filter(duty -> !duty.id().equals("Q21")).toList())
                .isEqualTo(original.obligations().stream().filter(duty -> !duty.id().equals("Q21")).toList());
    }

    @Test
    void aDayBeforeTheLastOneIsRefusedByTheReader() {
        CharterText wrong = bundled.with("Q21", number(SPRING, 20), ROUND).with("Q21", number(SPRING, 18), ROUND);

        assertThatThrownBy(() -> Charters.of("x", wrong)).isInstanceOf(InvalidCharter.class)
                .hasMessageContaining("重叠或倒序");
    }

    @Test
    void charactersOutsideTheBasicPlaneBeforeTheLineDoNotShiftIt() {
        CharterText shifted = new CharterText("# 𠮷𠮷𠮷\n" + bundled.charter(), bundled.notice());

        assertThat(shifted.with("Q21", number(SPRING, 20), ROUND).charter())
                .isEqualTo("# 𠮷𠮷𠮷\n" + bundled.with("Q21", number(SPRING, 20), ROUND).charter());
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> bundled.with("Q99", number(SPRING, 2), ROUND)).hasMessageContaining("Q99");
        assertThatThrownBy(() -> bundled.with("没有", new Reading.Choice("x", SPRING, null, "a", "b")))
                .hasMessageContaining("没有");
    }

    private static DatedQuantity number(LocalDate from, int number) {
        return new DatedQuantity(from, new Quantity.AtLeast(number), "示例领导01", "局务会纪要（示例）第12号");
    }
}
