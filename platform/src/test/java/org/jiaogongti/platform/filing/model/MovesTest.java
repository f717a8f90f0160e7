package org.jiaogongti.platform.filing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.FilingStep.What;
import org.jiaogongti.platform.filing.PlanText;
import org.junit.jupiter.api.Test;

final class MovesTest {

    @Test
    void whoApprovesReturnsOrAdvisesFindsItWaiting() {
        for (What what : EnumSet.of(What.APPROVED, What.ADVISED, What.RETURNED)) {
            for (State state : State.values()) {
                assertThat(Moves.after(state, Gate.CHECKED_AND_FILED, what).isPresent()).as(what + " " + state)
                        .isEqualTo(state == State.CHECKING);
            }
        }
    }

    @Test
    void theDepartmentReceivesAndAsksOnlyWhatIsFiled() {
        Set<State> filed = EnumSet.of(State.FILED, State.ANSWERED);
        for (State state : State.values()) {
            assertThat(Moves.after(state, Gate.FILED, What.ACCEPTED).isPresent()).isEqualTo(filed.contains(state));
            assertThat(Moves.after(state, Gate.FILED, What.ASKED).isPresent()).isEqualTo(filed.contains(state));
        }
        assertThat(Moves.after(State.ASKED, Gate.FILED, What.ANSWERED)).contains(State.ANSWERED);
    }

    /** Never an approved text that its approver did not see: whatever comes after an approval waits to be checked again. */
    @Test
    void anotherTextOfAPlanAlwaysWaitsToBeChecked() {
        for (State state : EnumSet.complementOf(EnumSet.of(State.TAKEN_BACK))) {
            assertThat(Moves.after(state, Gate.CHECKED_AND_FILED, What.RESUBMITTED)).as(state.name())
                    .contains(State.CHECKING);
        }
        assertThat(Moves.after(State.TAKEN_BACK, Gate.CHECKED_AND_FILED, What.RESUBMITTED)).isEmpty();
        assertThat(Moves.after(State.TAKEN_BACK, Gate.CHECKED_AND_FILED, What.SUBMITTED)).contains(State.CHECKING);
        assertThat(Moves.after(State.ASKED, Gate.FILED, What.RESUBMITTED)).isEqualTo(Optional.of(State.ANSWERED));
    }

    @Test
    void aPlanSaysAllOfItAndAFilingWhenWhereAndWhat() {
        PlanText bare = new PlanText("报备", " 12月3日，南浦小学 ", "U5\r\n第一课时", "", "");
        assertThat(PlanReading.read(bare, Gate.CHECKED_AND_FILED)).isEqualTo(
                new PlanReading.Read.Bad("agenda", "filing.error.missing.agenda", java.util.List.of()));
        assertThat(PlanReading.read(bare, Gate.FILED)).isEqualTo(
                new PlanReading.Read.Good(new PlanText("报备", "12月3日，南浦小学", "U5\n第一课时", "", "")));
        assertThat(PlanReading.words("  ", true)).isInstanceOf(PlanReading.Word.Bad.class);
        assertThat(PlanReading.words("字".repeat(601), false)).isInstanceOf(PlanReading.Word.Bad.class);
    }

    @Test
    void theHashTellsTextsApartThatRunTogetherToTheSame() {
        assertThat(new PlanText("一", "二三", "", "", "").hash()).isNotEqualTo(new PlanText("一二", "三", "", "", "").hash());
        assertThat(new PlanText("一", "二", "三", "四", "五").hash())
                .isEqualTo(new PlanText("一", "二", "三", "四", "五").hash()).hasSize(64);
    }
}
