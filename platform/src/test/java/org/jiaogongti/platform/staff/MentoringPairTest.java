package org.jiaogongti.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.staff.Mentoring.Met;
import org.jiaogongti.platform.staff.MentoringPair.Agreement;
import org.jiaogongti.platform.staff.MentoringPair.Ending;
import org.jiaogongti.platform.staff.MentoringPair.State;
import org.jiaogongti.platform.staff.MentoringPair.Two;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a mentoring pair stands on a day. */
class MentoringPairTest {

    private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
    private static final Two TWO = new Two(new UUID(1, 1), new UUID(1, 2), new UUID(2, 1), new UUID(2, 2));

    private static MentoringPair pair(@Nullable Integer weeks, @Nullable LocalDate to,
            @Nullable Ending ending) {
        return new MentoringPair(new UUID(3, 1), TWO, new Agreement("示例", DAY, weeks), DAY, to, ending);
    }

    @Test
    void aPairIsLateOnlyWhenTheAgreedWeeksHaveWhollyPassed() {
        MentoringPair pair = pair(4, null, null);
        assertThat(pair.state(DAY.minusDays(1), null)).isEqualTo(State.COMING);
        assertThat(pair.state(DAY.plusWeeks(5).minusDays(1), null)).isEqualTo(State.NOT_YET);
        assertThat(pair.state(DAY.plusWeeks(5), null)).isEqualTo(State.LATE);
        assertThat(pair.state(DAY.plusWeeks(5), DAY.plusDays(1))).isEqualTo(State.MET);
        assertThat(pair.state(DAY.plusWeeks(6), DAY)).isEqualTo(State.LATE);
        assertThat(pair(null, null, null).state(DAY.plusYears(2), null)).isEqualTo(State.NOT_YET);
    }

    @Test
    void anEarlyEndComesBeforeTheAgreedOne() {
        MentoringPair pair = pair(4, DAY.plusDays(200), new Ending(DAY.plusDays(10), "示例"));
        assertThat(pair.last()).isEqualTo(DAY.plusDays(10));
        assertThat(pair.state(DAY.plusDays(10), DAY)).isEqualTo(State.MET);
        assertThat(pair.state(DAY.plusDays(11), DAY)).isEqualTo(State.ENDED);
        assertThat(pair.with(null).last()).isEqualTo(DAY.plusDays(200));
    }

    @Test
    void onlyPairsOfTheSameTwoCross() {
        MentoringPair pair = pair(4, DAY.plusDays(10), null);
        MentoringPair later = new MentoringPair(new UUID(3, 2), TWO, pair.agreement(), DAY.plusDays(10), null, null);
        MentoringPair after = new MentoringPair(new UUID(3, 3), TWO, pair.agreement(), DAY.plusDays(11), null, null);
        Two others = new Two(TWO.mentee(), TWO.mentor(), TWO.menteeSchool(), TWO.mentorSchool());
        MentoringPair turned = new MentoringPair(new UUID(3, 4), others, pair.agreement(), DAY, null, null);
        assertThat(pair.crosses(later)).isTrue();
        assertThat(pair.crosses(after)).isFalse();
        assertThat(pair.crosses(turned)).isFalse();
        assertThat(pair.crosses(pair)).as("itself").isFalse();
    }

    @Test
    void whatWasMetIsAsOfTheDay() {
        List<MentoringMeeting> meetings = List.of(new MentoringMeeting(new UUID(4, 1), TWO.mentor(), DAY, "示例", 40),
                new MentoringMeeting(new UUID(4, 2), TWO.mentor(), DAY.plusDays(9), "示例", 60));
        assertThat(Met.of(meetings, DAY.minusDays(1))).isEqualTo(Met.NEVER);
        assertThat(Met.of(meetings, DAY.plusDays(8))).isEqualTo(new Met(1, 40, DAY));
        assertThat(Met.of(meetings, DAY.plusDays(9))).isEqualTo(new Met(2, 100, DAY.plusDays(9)));
    }

    @Test
    void weeksAreANumberOrNothing() {
        assertThat(MentoringChanges.weeks("")).isEqualTo(Optional.of(0));
        assertThat(MentoringChanges.weeks("26")).isEqualTo(Optional.of(26));
        for (String wrong : List.of("0", "27", "-1", "1.5", "四", "04", "100")) {
            assertThat(MentoringChanges.weeks(wrong)).as(wrong).isEmpty();
        }
    }
}
