package org.jiaogongti.platform.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.reading.Charters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The next round is planned from the assessment of the one before, and issued once that is over. */
class GateTest {

    private static final Charter CHARTER = Charters.bundled("fenghua-2019");

    @ParameterizedTest
    @CsvSource({"2020-11-18,首尾都算,EARLY", "2022-11-30,首尾都算,EARLY", "2022-12-01,首尾都算,DRAFT", "2022-12-01,归前段,EARLY",
            "2022-12-02,归前段,DRAFT", "2022-12-30,首尾都算,DRAFT", "2022-12-31,首尾都算,ISSUE", "2024-11-20,首尾都算,ISSUE",
            "2025-12-01,首尾都算,LAST"})
    void aRoundIsPlannedOnceTheOneBeforeIsAssessed(LocalDate today, String shared, String expected) {
        Gate gate = Gate.of(CHARTER.reading("阶段的首尾日", shared), today);

        assertThat(switch (gate) {
            case Gate.None _ -> "NONE";
            case Gate.Early early -> {
                assertThat(early.base().name()).isEqualTo("第一轮");
                assertThat(early.assessment().name()).isEqualTo("考核评估");
                yield "EARLY";
            }
            case Gate.NoRound last -> {
                assertThat(last.base().name()).isEqualTo("第二轮");
                yield "LAST";
            }
            case Gate.Open open -> {
                assertThat(open.base().name() + open.next().name()).isEqualTo("第一轮第二轮");
                yield open.over() ? "ISSUE" : "DRAFT";
            }
        }).isEqualTo(expected);
    }

    @Test
    void aCharterWithoutRoundsHasNoNextOne() {
        Charter none = new Charter("x", CHARTER.notice(), List.of(), CHARTER.readings(),
                List.of(), List.of(), List.of());

        assertThat(Gate.of(none, LocalDate.of(2024, 1, 1))).isEqualTo(new Gate.None());
    }
}
