package org.jiaogongti.platform.activity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.activity.Occasion.State;
import org.junit.jupiter.api.Test;

class BinningTest {

    @Test
    void whatTheBinKeepsIsReadAsItWasWritten() {
        Binning plain = new Binning(State.PLANNED, false, false, List.of());
        assertThat(plain.text()).isEqualTo("PLANNED");
        assertThat(Binning.of(plain.text())).isEqualTo(plain);
        UUID one = new UUID(1, 2);
        UUID other = new UUID(3, 4);
        Binning full = new Binning(State.HELD, true, true, List.of(one, other));
        assertThat(full.text()).isEqualTo("HELD DISOWNED PASTED " + one + " " + other);
        assertThat(Binning.of(full.text())).isEqualTo(full);
        assertThat(Binning.of("HELD " + other)).isEqualTo(new Binning(State.HELD, false, false, List.of(other)));
    }
}
