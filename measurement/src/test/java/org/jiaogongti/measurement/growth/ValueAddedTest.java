package org.jiaogongti.measurement.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jiaogongti.measurement.growth.ValueAdded.Run;
import org.jiaogongti.measurement.growth.ValueAdded.Standing;
import org.jiaogongti.measurement.growth.ValueAdded.Unit;
import org.junit.jupiter.api.Test;

final class ValueAddedTest {

    private static final MixedFit FIT = MixedModel.fit(Formula.parse("score ~ prior + sex + (1 | school)"),
            World.of(1500, 25, 50, 3, new Random(17)).frame(), true, 1);

    @Test
    void putsTogetherExactlyThoseNeighboursThatCannotBeToldApart() {
        ValueAdded added = ValueAdded.of(FIT, "school", "(Intercept)", 0.95);

        assertThat(added.units()).hasSize(25);
        assertThat(added.units().stream().mapToLong(unit -> unit.estimate().n()).sum()).isEqualTo(1500);
        Set<Integer> covered = new HashSet<>();
        for (Run run : added.alike()) {
            for (int i = run.from(); i <= run.to(); i++) {
                covered.add(i);
                for (int j = run.from(); j < i; j++) {
                    assertThat(added.apart(added.units().get(i), added.units().get(j))).isFalse();
                }
            }
            // No run can be longer on either side.
            assertThat(run.from() == 0 || someApart(added, run.from() - 1, run)).isTrue();
            assertThat(run.to() == 24 || someApart(added, run.to() + 1, run)).isTrue();
        }
        assertThat(covered).hasSize(25);
        assertThat(added.alike().size()).isBetween(2, 20);
    }

    private static boolean someApart(ValueAdded added, int unit, Run run) {
        for (int i = run.from(); i <= run.to(); i++) {
            if (added.apart(added.units().get(unit), added.units().get(i))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void saysAboveOrBelowOnlyWhereTheWholeIntervalIs() {
        for (Unit unit : ValueAdded.of(FIT, "school", "(Intercept)", 0.9).units()) {
            double share = unit.estimate().value() / unit.estimate().standardError();
            assertThat(unit.standing()).isEqualTo(share > 1.6448536269514722
                    ? Standing.ABOVE
                    : share < -1.6448536269514722 ? Standing.BELOW : Standing.NOT_TOLD_APART);
        }
    }
}
