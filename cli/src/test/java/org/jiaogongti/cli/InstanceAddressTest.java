package org.jiaogongti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiaogongti.charter.counting.InstanceKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstanceAddressTest {

    @Test
    void onlyTheCounterpartHoldsSlashes() {
        assertThat(InstanceAddress.parse("Q21/岳林小学/-/2020-2021-1"))
                .contains(new InstanceKey("Q21", "岳林小学", "-", "2020-2021-1"));
        assertThat(InstanceAddress.parse("Q26/岳林小学/白杜小学/P01/2020-2021-1"))
                .contains(new InstanceKey("Q26", "岳林小学", "白杜小学/P01", "2020-2021-1"));
        assertThat(InstanceAddress.parse("Q13/岳林小学教学共同体/白杜小学/科学/2020-2021-1"))
                .contains(new InstanceKey("Q13", "岳林小学教学共同体", "白杜小学/科学", "2020-2021-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "///", "////", "Q21", "Q21/岳林小学", "Q21/岳林小学/-", "Q21/岳林小学/-/", "/岳林小学/-/2020",
            "Q21//-/2020", "Q21/岳林小学//2020"})
    void anythingElseIsNoAddress(String text) {
        assertThat(InstanceAddress.parse(text)).isEmpty();
    }
}
