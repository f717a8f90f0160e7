package org.jiaogongti.platform.purpose.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.purpose.Category;
import org.jiaogongti.platform.purpose.Consent;
import org.jiaogongti.platform.purpose.Consent.Answer;
import org.jiaogongti.platform.purpose.Consent.Means;
import org.jiaogongti.platform.purpose.Ground;
import org.jiaogongti.platform.purpose.PupilKey;
import org.jiaogongti.platform.purpose.Purpose;
import org.jiaogongti.platform.purpose.Purpose.Decision;
import org.jiaogongti.platform.purpose.Purpose.Outcome;
import org.jiaogongti.platform.purpose.Purpose.State;
import org.jiaogongti.platform.purpose.Purpose.Stop;
import org.jiaogongti.platform.purpose.Terms;
import org.jiaogongti.platform.purpose.Terms.Basis;
import org.jiaogongti.platform.purpose.Terms.Keeping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which answer counts, when a purpose holds, what it must say. */
class AnswersTest {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 20);
    private static final Terms GOOD = terms(Ground.CONSENT, "", DAY.minusDays(1), DAY, DAY.plusDays(10), 60,
            Set.of(Role.TEACHER));

    private static Terms terms(Ground ground, String clause, LocalDate assessed, LocalDate from, @Nullable LocalDate to,
            int days, Set<Role> roles) {
        return new Terms("甲", "乙", Set.of(Category.SCORE), new Basis(ground, clause, "丙", assessed, "丁"), roles,
                new Keeping(days, "学期结束后"), "戊", from, to);
    }

    private static Consent answer(int number, Answer answer, LocalDate on, String version) {
        return new Consent(new UUID(7, number), new UUID(1, 1), new PupilKey(new UUID(2, 2)), new UUID(3, 3), version,
                answer, on, Means.PAPER, "柜 1");
    }

    @Test
    void theLatestAnswerCountsAndAWithdrawalOfTheSameDayAlways() {
        Consent given = answer(1, Answer.GIVEN, DAY, "v1");
        Consent withdrawn = answer(2, Answer.WITHDRAWN, DAY.plusDays(3), "v1");
        assertThat(Answers.consents(List.of(), "v1", DAY)).isFalse();
        assertThat(Answers.consents(List.of(given), "v1", DAY.minusDays(1))).isFalse();
        assertThat(Answers.consents(List.of(given), "v1", DAY)).isTrue();
        assertThat(Answers.consents(List.of(given), "v2", DAY)).isFalse();
        assertThat(Answers.consents(List.of(withdrawn, given), "v1", DAY.plusDays(2))).isTrue();
        assertThat(Answers.consents(List.of(withdrawn, given), "v1", DAY.plusDays(3))).isFalse();
        assertThat(Answers.consents(List.of(answer(9, Answer.GIVEN, DAY.plusDays(3), "v1"), withdrawn), "v1",
                DAY.plusDays(3))).as("given again by a sheet of the day of the withdrawal").isFalse();
        assertThat(Answers.consents(List.of(given, answer(3, Answer.REFUSED, DAY, "v1")), "v1", DAY)).isFalse();
        assertThat(Answers.consents(List.of(answer(4, Answer.REFUSED, DAY, "v1"), answer(5, Answer.GIVEN, DAY, "v1")),
                "v1", DAY)).isTrue();
    }

    @Test
    void aPurposeHoldsOnceConfirmedFromItsFirstDayToItsLast() {
        UUID one = new UUID(5, 5);
        Decision confirmed = new Decision(Outcome.CONFIRMED, "", new UUID(6, 6), DAY.plusDays(2));
        Purpose waiting = new Purpose(one, GOOD, one, Instant.EPOCH, null, null);
        Purpose purpose = new Purpose(one, GOOD, one, Instant.EPOCH, confirmed, null);
        assertThat(waiting.state(DAY.plusDays(5))).isEqualTo(State.WAITING);
        assertThat(purpose.state(DAY.plusDays(1))).as("begun, but confirmed later").isEqualTo(State.TO_COME);
        assertThat(purpose.inForce(DAY.plusDays(2))).isTrue();
        assertThat(purpose.inForce(DAY.plusDays(10))).as("the last day counts").isTrue();
        assertThat(purpose.state(DAY.plusDays(11))).isEqualTo(State.OVER);
        Purpose stopped = new Purpose(one, GOOD, one, Instant.EPOCH, confirmed,
                new Stop(DAY.plusDays(4), "不再需要", one));
        assertThat(stopped.inForce(DAY.plusDays(3))).isTrue();
        assertThat(stopped.inForce(DAY.plusDays(4))).as("at once").isFalse();
        assertThat(GOOD.keeping().due(LocalDate.of(2025, 1, 1))).isEqualTo("2025-03-02");
    }

    @Test
    void whatAPurposeMustSay() {
        assertThat(TermRules.problems(GOOD, DAY)).isEmpty();
        assertThat(TermRules.problems(terms(Ground.STATUTE, " ", DAY, DAY, null, 60, Set.of(Role.TEACHER)), DAY))
                .isEqualTo(Map.of("clause", "purpose.wrong.clause"));
        assertThat(TermRules.problems(terms(Ground.CONSENT, "", DAY.plusDays(1), DAY, DAY.minusDays(1), 3661,
                Set.of(Role.PUBLIC)), DAY).keySet()).containsExactly("user", "keep", "assessedOn", "first", "last");
        assertThat(TermRules.problems(terms(Ground.CONSENT, "", DAY, DAY, null, 0, Set.of()), DAY).keySet())
                .containsExactly("user", "keep");
    }

    @Test
    void theVersionFollowsFromWhatTheNoticeSaysAndFromNothingElse() {
        String version = NoticeVersion.of(GOOD);
        assertThat(version).matches("[0-9a-f]{8}");
        assertThat(NoticeVersion.of(terms(Ground.CONSENT, "", DAY.minusDays(9), DAY, DAY.plusDays(10), 60,
                Set.of(Role.TEACHER)))).as("another day of assessment").isEqualTo(version);
        assertThat(NoticeVersion.of(terms(Ground.CONSENT, "", DAY.minusDays(1), DAY, DAY.plusDays(10), 61,
                Set.of(Role.TEACHER)))).isNotEqualTo(version);
        assertThat(NoticeVersion.of(terms(Ground.CONSENT, "", DAY.minusDays(1), DAY, null, 60,
                Set.of(Role.TEACHER)))).isNotEqualTo(version);
    }
}
