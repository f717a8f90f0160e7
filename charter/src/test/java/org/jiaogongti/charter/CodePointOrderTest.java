package org.jiaogongti.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of names, rare characters included. */
class CodePointOrderTest {

    @Test
    void aCharacterBeyondTheBasicPlaneComesAfterEveryOneInIt() {
        String rare = "\uD842\uDFB7小学";
        String wide = "\uFF21小学";

        assertThat(wide.compareTo(rare)).as("UTF-16 units say otherwise").isPositive();
        assertThat(CodePointOrder.INSTANCE.compare(wide, rare)).isNegative();
    }

    @Test
    void itAgreesWithComparingCodePointsForEveryPair() {
        List<String> names = List.of("", "a", "b", "ab", "小学", "小", "\uD842\uDFB7", "\uD842\uDFB8", "\uE000", "\uFF21",
                "小\uD842\uDFB7", "小\uFF21", "\uD7FF");
        for (String left : names) {
            for (String right : names) {
                assertThat(Integer.signum(CodePointOrder.INSTANCE.compare(left, right))).as(left + " " + right)
                        .isEqualTo(
                                Integer.signum(
                                        Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray())));
            }
        }
    }
}
