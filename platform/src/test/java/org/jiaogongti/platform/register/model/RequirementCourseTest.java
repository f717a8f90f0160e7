package org.jiaogongti.platform.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.register.Requirement;
import org.jiaogongti.platform.register.Requirement.Side;
import org.jiaogongti.platform.register.Requirement.State;
import org.jiaogongti.platform.register.Requirement.What;
import org.junit.jupiter.api.Test;

/** A requirement due on 8 November, in every order of what may be said of it. */
class RequirementCourseTest {

    private static final LocalDate DUE = LocalDate.parse("2024-11-08");
    private static final UUID ID = new UUID(1, 1);

    private static Requirement said(What... whats) {
        List<Requirement.Step> steps = new ArrayList<>();
        for (What what : whats) {
            steps.add(new Requirement.Step(new UUID(2, steps.size()), ID, what, "", DUE, DUE, ""));
        }
        return new Requirement(ID, ID, "2024-2025", ID, "备课", DUE, DUE.minusDays(30), "", steps);
    }

    private static State state(What... whats) {
        return RequirementCourse.state(said(whats), DUE.plusDays(1));
    }

    @Test
    void isLateFromTheDayAfterOnWhereNobodyAnswered() {
        assertThat(RequirementCourse.state(said(), DUE)).isEqualTo(State.OPEN);
        assertThat(state()).isEqualTo(State.LATE);
        assertThat(state(What.NOT_DONE)).isEqualTo(State.ANSWERED);
    }

    @Test
    void whatIsSaidLastCountsAndTwoViewsStayVisible() {
        assertThat(state(What.DONE, What.MET)).isEqualTo(State.MET);
        assertThat(state(What.DONE, What.PARTLY_MET)).isEqualTo(State.DISPUTED);
        assertThat(state(What.DONE, What.NOT_MET)).isEqualTo(State.DISPUTED);
        assertThat(state(What.PARTLY, What.PARTLY_MET)).isEqualTo(State.PARTLY_MET);
        assertThat(state(What.NOT_MET)).as("nobody answered").isEqualTo(State.NOT_MET);
        assertThat(state(What.DONE, What.NOT_MET, What.PARTLY)).isEqualTo(State.ANSWERED);
        assertThat(state(What.DONE, What.NOT_MET, What.PARTLY, What.NOT_MET)).isEqualTo(State.NOT_MET);
        assertThat(state(What.WITHDRAWN)).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void theLeadSchoolJudgesAnAnswerOrAnOverdueOneAndNothingFollowsWhatIsSettled() {
        assertThat(RequirementCourse.next(said(), DUE, Side.LEAD)).containsExactly(What.WITHDRAWN);
        assertThat(RequirementCourse.next(said(), DUE.plusDays(1), Side.LEAD)).contains(What.NOT_MET);
        assertThat(RequirementCourse.next(said(What.DONE), DUE, Side.LEAD)).contains(What.MET, What.WITHDRAWN);
        assertThat(RequirementCourse.next(said(), DUE.plusDays(9), Side.MEMBER)).containsExactly(What.DONE,
                What.PARTLY, What.NOT_DONE);
        for (Side side : Side.values()) {
            assertThat(RequirementCourse.next(said(What.DONE, What.MET), DUE, side)).isEmpty();
            assertThat(RequirementCourse.next(said(What.WITHDRAWN), DUE, side)).isEmpty();
        }
    }
}
