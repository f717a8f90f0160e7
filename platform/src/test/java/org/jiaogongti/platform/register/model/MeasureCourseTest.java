package org.jiaogongti.platform.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.register.Measure;
import org.jiaogongti.platform.register.Measure.State;
import org.jiaogongti.platform.register.Measure.What;
import org.jiaogongti.platform.register.WeakKey;
import org.junit.jupiter.api.Test;

/** How a measure stands as of a day, and what may be said of it next. */
class MeasureCourseTest {

    private static final LocalDate SET = LocalDate.parse("2024-09-10");
    private static final LocalDate UNTIL = LocalDate.parse("2024-11-08");

    private static Measure said(What... whats) {
        List<Measure.Step> steps = new ArrayList<>();
        for (What what : whats) {
            steps.add(new Measure.Step(new UUID(3, steps.size()), new UUID(4, 4), what, "",
                    SET.plusDays(10L * steps.size()), ""));
        }
        return new Measure(new UUID(4, 4), new WeakKey(new UUID(1, 1), "数学", SET), "磨课", null, UNTIL, SET, steps);
    }

    @Test
    void itIsLateFromTheDayAfterUnlessItIsDoneOrDropped() {
        assertThat(MeasureCourse.state(said(), UNTIL)).isEqualTo(State.SET);
        assertThat(MeasureCourse.state(said(), UNTIL.plusDays(1))).isEqualTo(State.LATE);
        assertThat(MeasureCourse.state(said(What.STARTED), UNTIL.plusDays(1))).isEqualTo(State.LATE);
        assertThat(MeasureCourse.state(said(What.DONE), UNTIL.plusDays(1))).isEqualTo(State.DONE);
        assertThat(MeasureCourse.state(said(What.STARTED, What.DROPPED), UNTIL.plusDays(1))).isEqualTo(State.DROPPED);
    }

    @Test
    void whatWasSaidLaterThanTheDayIsNotKnownOnIt() {
        Measure done = said(What.STARTED, What.DONE);
        assertThat(MeasureCourse.state(done, SET.plusDays(9))).isEqualTo(State.STARTED);
        assertThat(MeasureCourse.state(done, SET.plusDays(10))).isEqualTo(State.DONE);
    }

    @Test
    void takingBackBringsBackWhatWasSaidBefore() {
        assertThat(MeasureCourse.state(said(What.STARTED, What.DONE, What.TAKEN_BACK), UNTIL)).isEqualTo(State.STARTED);
        assertThat(MeasureCourse.next(said(What.DONE, What.TAKEN_BACK), UNTIL))
                .containsExactlyInAnyOrder(What.STARTED, What.DONE, What.DROPPED);
        assertThat(MeasureCourse.next(said(What.DONE), UNTIL)).containsExactly(What.TAKEN_BACK);
        assertThat(MeasureCourse.next(said(What.STARTED), UNTIL))
                .containsExactlyInAnyOrder(What.DONE, What.DROPPED, What.TAKEN_BACK);
    }
}
