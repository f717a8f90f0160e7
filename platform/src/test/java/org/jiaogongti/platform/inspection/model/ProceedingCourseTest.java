package org.jiaogongti.platform.inspection.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jiaogongti.platform.inspection.AccountabilityAction;
import org.jiaogongti.platform.inspection.By;
import org.jiaogongti.platform.inspection.InspectionRule.Limits;
import org.jiaogongti.platform.inspection.Proceeding.State;
import org.jiaogongti.platform.inspection.Proceeding.Step;
import org.jiaogongti.platform.inspection.Proceeding.What;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Due process over a small world in which every day is a working day and each limit has two of them. */
final class ProceedingCourseTest {

    private static final LocalDate NOTICE = LocalDate.of(2024, 11, 4);
    private static final Limits TWO_DAYS = new Limits(2, 2, 2, 2, 2, 2);
    private static final int HORIZON = 9;

    /** All ways through the small world, each as what was said on which day. */
    private static void walk(State state, @Nullable LocalDate due, LocalDate day, String so, Set<String> ways) {
        ways.add(so);
        for (LocalDate on = day; !on.isAfter(NOTICE.plusDays(HORIZON)); on = on.plusDays(1)) {
            for (What what : What.values()) {
                var next = ProceedingCourse.after(state, due, what, on);
                if (next.isPresent()) {
                    walk(next.get(), ProceedingCourse.due(next.get(), on, TWO_DAYS, _ -> true), on,
                            so + " " + what + "@" + (on.getDayOfYear() - NOTICE.getDayOfYear()), ways);
                }
            }
        }
    }

    /** The same from the rules as the notice's letter says them, with nothing of the code. */
    private static Set<String> byHand() {
        Set<String> ways = new TreeSet<>(Set.of(""));
        for (int heard = 0; heard <= HORIZON; heard++) {
            ways.add(" WITHDRAWN@" + heard);
            if (heard <= 2) {
                for (String reply : Set.of(" REPLIED@" + heard, " REPLY_WAIVED@" + heard)) {
                    ways.add(reply);
                    for (int day = heard; day <= HORIZON; day++) {
                        ways.add(reply + " WITHDRAWN@" + day);
                        decide(reply, day, ways);
                    }
                }
            } else {
                decide("", heard, ways);
            }
        }
        return ways;
    }

    private static void decide(String so, int day, Set<String> ways) {
        ways.add(so + " DROPPED@" + day);
        String decided = so + " DECIDED@" + day;
        ways.add(decided);
        for (int appeal = day; appeal <= Math.min(day + 2, HORIZON); appeal++) {
            String appealed = decided + " APPEALED@" + appeal;
            ways.add(appealed);
            for (int end = appeal; end <= HORIZON; end++) {
                for (String last : Set.of("APPEAL_TAKEN_BACK", "UPHELD", "LIGHTENED", "REVOKED")) {
                    ways.add(appealed + " " + last + "@" + end);
                }
            }
        }
    }

    @Test
    void everyWayThroughAProceedingIsOneOfDueProcess() {
        Set<String> ways = new TreeSet<>();
        walk(State.NOTICED, ProceedingCourse.due(State.NOTICED, NOTICE, TWO_DAYS, _ -> true), NOTICE, "", ways);
        assertThat(ways).isEqualTo(byHand());
        assertThat(ways).hasSizeGreaterThan(1000);
    }

    @Test
    void aReplyOrAnAppealNeverMakesThingsWorse() {
        assertThat(ProceedingCourse.allows(What.DECIDED, AccountabilityAction.CIRCULAR, AccountabilityAction.CIRCULAR))
                .isTrue();
        assertThat(ProceedingCourse.allows(What.DECIDED, AccountabilityAction.RESOURCES,
                AccountabilityAction.CIRCULAR)).isFalse();
        assertThat(ProceedingCourse.allows(What.LIGHTENED, AccountabilityAction.TALK, AccountabilityAction.CRITICISM))
                .isTrue();
        assertThat(ProceedingCourse.allows(What.LIGHTENED, AccountabilityAction.TALK, AccountabilityAction.TALK))
                .as("the same is no relief").isFalse();
    }

    @Test
    void whatWasSaidLaterIsNotKnownYet() {
        List<Step> steps = List.of(step(What.REPLIED, 2, null), step(What.DECIDED, 4, AccountabilityAction.CRITICISM),
                step(What.APPEALED, 5, null), step(What.LIGHTENED, 8, AccountabilityAction.TALK));
        assertThat(ProceedingCourse.reached(ProceedingCourse.until(steps, NOTICE.plusDays(1))))
                .isEqualTo(State.NOTICED);
        List<Step> appealed = ProceedingCourse.until(steps, NOTICE.plusDays(7));
        assertThat(ProceedingCourse.reached(appealed)).isEqualTo(State.APPEALED);
        assertThat(ProceedingCourse.decided(appealed)).isEqualTo(AccountabilityAction.CRITICISM);
        List<Step> all = ProceedingCourse.until(steps, NOTICE.plusDays(8));
        assertThat(ProceedingCourse.reached(all)).isEqualTo(State.FINAL);
        assertThat(ProceedingCourse.decided(all)).isEqualTo(AccountabilityAction.TALK);
    }

    private static Step step(What what, int days, @Nullable AccountabilityAction action) {
        UUID somebody = new UUID(1, 1);
        return new Step(new UUID(2, days), somebody, what, action, "", null,
                new By(somebody, "示例督学01", NOTICE.plusDays(days)));
    }
}
