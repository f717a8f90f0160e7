package org.jiaogongti.measurement.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.jiaogongti.measurement.Refused;
import org.junit.jupiter.api.Test;

/** Porter's index against his own example, its bounds, and its chance distribution where it can be counted. */
final class PorterTest {

    private static final double[][] WANTED = {{5, 3}, {1, 1}};
    private static final double[][] FOUND = {{20, 20}, {30, 30}};

    @Test
    void isTheShareInCommon() {
        // Shares .5 .3 .1 .1 and .2 .2 .3 .3: in common .2 + .2 + .1 + .1.
        assertThat(Porter.index(WANTED, FOUND)).isCloseTo(0.6, within(1e-15));
        assertThat(Porter.index(WANTED, WANTED)).isEqualTo(1);
        assertThat(Porter.index(new double[][]{{1, 0}}, new double[][]{{0, 7}})).isZero();
        assertThat(Porter.differences(WANTED, FOUND)[0][0]).isCloseTo(-0.3, within(1e-15));
        assertThat(Porter.differences(WANTED, FOUND)[1][1]).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void doesNotDependOnUnitsOrOnWhichTableIsFirst() {
        double[][] hours = {{10, 6}, {2, 2}};

        assertThat(Porter.index(hours, FOUND)).isEqualTo(Porter.index(WANTED, FOUND));
        assertThat(Porter.index(FOUND, WANTED)).isEqualTo(Porter.index(WANTED, FOUND));
    }

    @Test
    void chanceIsWhatCountingAllDealingsGives() {
        // All six places of {.3 .3} among four cells of .5 .3 .1 .1: sums of minima are .8 once, .6 four times, .6 …
        double[] wanted = {0.5, 0.3, 0.1, 0.1};
        double mean = 0;
        int reached = 0;
        int all = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                double common = 0;
                for (int cell = 0; cell < 4; cell++) {
                    common += Math.min(wanted[cell], cell == i || cell == j ? 0.3 : 0.2);
                }
                mean += common;
                reached += common >= 0.6 - 1e-12 ? 1 : 0;
                all++;
            }
        }

        Porter.Agreement agreement = Porter.agreement(WANTED, FOUND, 20_000, new Random(4));

        assertThat(agreement.index()).isCloseTo(0.6, within(1e-15));
        assertThat(agreement.mean()).isCloseTo(mean / all, within(0.003));
        assertThat(agreement.p()).isCloseTo((double) reached / all, within(0.01));
        assertThat(agreement.fifth()).isLessThanOrEqualTo(agreement.ninetyFifth());
        assertThat(agreement).isEqualTo(Porter.agreement(WANTED, FOUND, 20_000, new Random(4)));
    }

    @Test
    void refusesTablesThatCannotBeCompared() {
        assertThatThrownBy(() -> Porter.index(WANTED, new double[][]{{1, 2}})).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Porter.index(WANTED, new double[][]{{1, 2}, {3, -1}})).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Porter.index(WANTED, new double[2][2])).isInstanceOf(Refused.class)
                .hasMessageContaining("全是 0");
    }
}
