package org.jiaogongti.platform.disclosure.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    @Test
    void aReceiptIsItsNumberAndEightSignsThatNobodyConfuses() {
        Random chance = new Random(1);
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < 1000; at++) {
            String receipt = Receipt.of("2024-3", chance);
            assertThat(receipt).matches("2024-3-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
            seen.add(receipt);
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void howSomebodyTypesItDoesNotMatter() {
        assertThat(Receipt.normal(" ２０２４-3 7kq4 9tzm ")).isEqualTo(Receipt.normal("2024-3-7KQ4-9TZM"))
                .isEqualTo("202437KQ49TZM");
        assertThat(Receipt.normal("　—")).isEmpty();
    }

    /** By hand: 20 November 2024 is a Wednesday; with 1 January closed the twentieth working day is 18 or 19 December. */
    @Test
    void twentyWorkingDaysLeaveOutWeekendsAndClosedDays() {
        LocalDate asked = LocalDate.of(2024, 11, 20);
        assertThat(OfficeDays.after(asked, 1, Set.of())).isEqualTo(LocalDate.of(2024, 11, 21));
        assertThat(OfficeDays.after(asked, 3, Set.of())).isEqualTo(LocalDate.of(2024, 11, 25));
        assertThat(OfficeDays.after(asked, 20, Set.of())).isEqualTo(LocalDate.of(2024, 12, 18));
        assertThat(OfficeDays.after(asked, 20, Set.of(LocalDate.of(2024, 12, 2))))
                .isEqualTo(LocalDate.of(2024, 12, 19));
        assertThat(OfficeDays.after(LocalDate.of(2024, 11, 23), 1, Set.of())).isEqualTo(LocalDate.of(2024, 11, 25));
    }
}
