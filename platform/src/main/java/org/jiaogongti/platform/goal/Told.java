package org.jiaogongti.platform.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jiaogongti.charter.goals.Attainment;
import org.jiaogongti.charter.goals.Means;
import org.jiaogongti.charter.goals.Measured;
import org.jiaogongti.charter.goals.Target;
import org.jspecify.annotations.Nullable;

/** What is known of a goal of somebody in a year. */
public sealed interface Told {

    /** The day it holds for. */
    LocalDate on();

    /** The value with its error; null where the group is too small to be told of. */
    @Nullable
    Measured measured();

    /** Against a target. */
    default Attainment against(Target target) {
        Measured measured = measured();
        return measured == null ? Attainment.small() : Attainment.of(measured, target);
    }

    /**
     * A share that was told from all records there are.
     *
     * @param part how many of the whole
     * @param value in percent
     */
    record Share(LocalDate on, int part, int whole, BigDecimal value) implements Told {

        @Override
        public Measured measured() {
            return Measured.exact(value);
        }
    }

    /**
     * An outcome that was entered.
     *
     * @param means a level that people named by a rubric is compared as it stands
     */
    record Fact(OutcomeFact outcome, Means means) implements Told {

        @Override
        public LocalDate on() {
            return outcome.measuredOn();
        }

        @Override
        public @Nullable Measured measured() {
            OutcomeFact.Version said = outcome.current();
            BigDecimal value = said.value();
            if (value == null) {
                return null;
            }
            BigDecimal error = said.error();
            return new Measured(value, error == null && means instanceof Means.Judgement ? BigDecimal.ZERO : error,
                    said.freedom());
        }
    }
}
