package org.jiaogongti.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jiaogongti.platform.register.LessonPair.Form;
import org.junit.jupiter.api.Test;

/** How a cell names forms: any of the usual words and signs, in any order, and nothing unknown among them. */
class PairSheetTest {

    @Test
    void formsAreReadInAnyOrderAndBothWays() {
        assertThat(PairSheet.forms("名师课堂，城乡同步课堂")).isEqualTo(Optional.of(List.of(Form.SYNCHRONOUS, Form.MASTER)));
        assertThat(PairSheet.forms("同步课堂/同步课堂 网络研修"))
                .isEqualTo(Optional.of(List.of(Form.SYNCHRONOUS, Form.TRAINING)));
    }

    @Test
    void anUnknownWordIsNoForm() {
        assertThat(PairSheet.forms("城乡同步课堂、送教上门")).isEmpty();
        assertThat(PairSheet.forms("")).isEmpty();
    }
}
