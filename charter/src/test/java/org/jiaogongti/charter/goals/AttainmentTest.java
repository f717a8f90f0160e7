package org.jiaogongti.charter.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.jiaogongti.charter.goals.Attainment.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Expected numbers are worked out by hand from the tables of the normal distribution and of Student's t. */
class AttainmentTest {

    private static final Offset<Double> TABLE = within(5e-5);

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static Measured value(String value, String error) {
        return new Measured(n(value), n(error), null);
    }

    private static Target atLeast(String least) {
        return new Target.Decided(n(least), null, BigDecimal.ZERO, "示例领导01", "示例");
    }

    private static Target atMost(String greatest) {
        return new Target.Decided(null, n(greatest), BigDecimal.ZERO, "示例领导01", "示例");
    }

    private static Target between(String least, String greatest) {
        return new Target.Decided(n(least), n(greatest), BigDecimal.ZERO, "示例领导01", "示例");
    }

    private static double probability(Attainment attainment) {
        return Objects.requireNonNull(attainment.probability());
    }

    private static Interval interval(Attainment attainment) {
        return Objects.requireNonNull(attainment.interval());
    }

    @Test
    void oneStandardErrorAboveTheTargetIsEightyFourPercentAndCannotBeTold() {
        Attainment attainment = Attainment.of(value("52", "2"), atLeast("50"));

        assertThat(attainment.ground()).isEqualTo(Ground.SPANS);
        assertThat(attainment.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(probability(attainment)).isCloseTo(0.8413, TABLE);
        assertThat(interval(attainment).low()).isCloseTo(52 - 1.95996 * 2, within(1e-4));
        assertThat(interval(attainment).high()).isCloseTo(52 + 1.95996 * 2, within(1e-4));
    }

    @Test
    void threeErrorsAboveIsReachedAndThreeBelowIsNot() {
        Attainment above = Attainment.of(value("56", "2"), atLeast("50"));
        Attainment below = Attainment.of(value("44", "2"), atLeast("50"));

        assertThat(above.verdict()).isEqualTo(Verdict.REACHED);
        assertThat(probability(above)).isCloseTo(0.99865, TABLE);
        assertThat(below.verdict()).isEqualTo(Verdict.NOT_REACHED);
        assertThat(probability(below)).isCloseTo(0.00135, TABLE);
    }

    @Test
    void whereLowIsGoodItIsTheOtherWayRound() {
        assertThat(Attainment.of(value("44", "2"), atMost("50")).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(Attainment.of(value("56", "2"), atMost("50")).verdict()).isEqualTo(Verdict.NOT_REACHED);
        assertThat(probability(Attainment.of(value("52", "2"), atMost("50")))).isCloseTo(0.1587, TABLE);
    }

    @Test
    void aRangeHasTwoBounds() {
        // ±1 error about the middle holds 0.6827 of the mass; the 95 % interval reaches ±1.96 errors.
        Attainment narrow = Attainment.of(value("50", "2"), between("48", "52"));
        assertThat(probability(narrow)).isCloseTo(0.6827, TABLE);
        assertThat(narrow.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(Attainment.of(value("50", "2"), between("46", "54")).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(Attainment.of(value("60", "2"), between("46", "54")).verdict()).isEqualTo(Verdict.NOT_REACHED);
        assertThat(Attainment.of(value("40", "2"), between("46", "54")).verdict()).isEqualTo(Verdict.NOT_REACHED);
    }

    @Test
    void fewDegreesOfFreedomMakeTheIntervalWiderAsStudentSays() {
        // t(0.975; 4) = 2.7764: 55.3 − 2.7764 · 2 = 49.747 < 50, while 55.3 − 1.96 · 2 = 51.38 > 50.
        Attainment attainment = Attainment.of(new Measured(n("55.3"), n("2"), 4), atLeast("50"));

        assertThat(interval(attainment).low()).isCloseTo(55.3 - 2.7764 * 2, within(1e-3));
        assertThat(attainment.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(Attainment.of(value("55.3", "2"), atLeast("50")).verdict()).isEqualTo(Verdict.REACHED);
        // t with one degree of freedom is Cauchy's: P(T > −1) = 3/4.
        assertThat(probability(Attainment.of(new Measured(n("52"), n("2"), 1), atLeast("50")))).isCloseTo(0.75, TABLE);
    }

    @Test
    void whatWasCountedWholeIsComparedToTheDigitAndTheNumberItselfIsReached() {
        assertThat(Attainment.of(Measured.exact(n("90")), atLeast("90.0")).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(Attainment.of(Measured.exact(n("89.9")), atLeast("90")).verdict()).isEqualTo(Verdict.NOT_REACHED);
        assertThat(Attainment.of(Measured.exact(n("90")), atMost("90")).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(Attainment.of(Measured.exact(n("0.3")), between("0.1", "0.3")).verdict())
                .isEqualTo(Verdict.REACHED);
        assertThat(probability(Attainment.of(Measured.exact(n("90")), atLeast("90")))).isEqualTo(1.0);
    }

    @Test
    void theMarginIsTakenOffTheTarget() {
        Target parity = new Target.Decided(n("0"), null, n("10"), "示例领导01", "示例");

        assertThat(Attainment.of(value("-5", "2"), parity).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(Attainment.of(Measured.exact(n("-10")), parity).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(Attainment.of(Measured.exact(n("-10.1")), parity).verdict()).isEqualTo(Verdict.NOT_REACHED);
    }

    @Test
    void withoutErrorTargetOrValueNothingIsClaimed() {
        Attainment noError = Attainment.of(new Measured(n("99"), null, null), atLeast("50"));
        Attainment noTarget = Attainment.of(value("99", "1"), new Target.Undecided("由区教育局定"));

        assertThat(noError.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(noError.ground()).isEqualTo(Ground.NO_ERROR);
        assertThat(noTarget.ground()).isEqualTo(Ground.NO_TARGET);
        assertThat(noTarget.interval()).isNotNull();
        assertThat(Attainment.none().verdict()).isEqualTo(Verdict.NO_VALUE);
        assertThat(Attainment.small().verdict()).isEqualTo(Verdict.NO_VALUE);
        assertThat(Measured.tooSmall(9)).isTrue();
        assertThat(Measured.tooSmall(10)).isFalse();
    }

    @Test
    void aGreaterValueIsNeverLessLikelyToReachALeastValue() {
        for (Integer freedom : new @Nullable Integer[]{null, 1, 5}) {
            double before = 0;
            int verdict = 0;
            for (int x = 400; x <= 600; x++) {
                Attainment attainment = Attainment.of(new Measured(BigDecimal.valueOf(x, 1), n("2"), freedom),
                        atLeast("50"));
                assertThat(probability(attainment)).isGreaterThanOrEqualTo(before);
                int rank = switch (attainment.verdict()) {
                    case NOT_REACHED -> 0;
                    case CANNOT_TELL -> 1;
                    case REACHED -> 2;
                    case NO_VALUE -> -1;
                };
                assertThat(rank).isGreaterThanOrEqualTo(verdict);
                before = probability(attainment);
                verdict = rank;
            }
            assertThat(verdict).isEqualTo(freedom != null && freedom == 1 ? 1 : 2);
        }
    }

    @Test
    void aLargerErrorNeverTurnsDoubtIntoAVerdictAndAWiderMarginNeverTakesOneAway() {
        for (int x = 440; x <= 560; x += 5) {
            boolean doubt = false;
            for (int error = 0; error <= 60; error++) {
                Verdict verdict = Attainment
                        .of(new Measured(BigDecimal.valueOf(x, 1), BigDecimal.valueOf(error, 1), null), atLeast("50"))
                        .verdict();
                doubt |= verdict == Verdict.CANNOT_TELL;
                assertThat(verdict == Verdict.CANNOT_TELL).isEqualTo(doubt);
            }
            boolean reached = false;
            for (int margin = 0; margin <= 200; margin++) {
                reached |= Attainment.of(new Measured(BigDecimal.valueOf(x, 1), n("2"), null),
                        new Target.Decided(n("50"), null, BigDecimal.valueOf(margin, 1), "a", "b"))
                        .verdict() == Verdict.REACHED;
                assertThat(Attainment.of(new Measured(BigDecimal.valueOf(x, 1), n("2"), null),
                        new Target.Decided(n("50"), null, BigDecimal.valueOf(margin, 1), "a", "b"))
                        .verdict() == Verdict.REACHED).isEqualTo(reached);
            }
        }
    }

    @Test
    void theChangeFromTheBaselineAddsBothVariances() {
        // 3, 4 → 5: 12 ± 1.96 · 5.
        Change change = Change.of(value("62", "3"), baseline("50", "4"), Direction.HIGHER);

        assertThat(change.difference()).isEqualByComparingTo("12");
        assertThat(change.standardError()).isEqualByComparingTo("5");
        assertThat(Objects.requireNonNull(change.interval()).low()).isCloseTo(12 - 9.7998, within(1e-4));
        assertThat(change.trend()).isEqualTo(Change.Trend.BETTER);
        assertThat(Change.of(value("62", "3"), baseline("50", "4"), Direction.LOWER).trend())
                .isEqualTo(Change.Trend.WORSE);
        assertThat(Change.of(value("59", "3"), baseline("50", "4"), Direction.HIGHER).trend())
                .isEqualTo(Change.Trend.CANNOT_TELL);
        assertThat(Change.of(value("62", "3"), baseline("50", "4"), Direction.RANGE).trend())
                .isEqualTo(Change.Trend.CANNOT_TELL);
    }

    @Test
    void theChangeOfAnEstimatedErrorHasTheDegreesOfFreedomOfWelchAndSatterthwaite() {
        // (5/3)⁴ · 6 = 46.3: t(0.975; 46.3) = 2.0125.
        Change change = Change.of(new Measured(n("62"), n("3"), 6), baseline("50", "4"), Direction.HIGHER);

        assertThat(Objects.requireNonNull(change.interval()).low()).isCloseTo(12 - 2.0125 * 5, within(2e-3));
    }

    @Test
    void withoutAnErrorTheChangeIsANumberAndNoTrend() {
        Change open = Change.of(value("62", "3"), baseline("50", null), Direction.HIGHER);
        Change same = Change.of(Measured.exact(n("50")), baseline("50", "0"), Direction.HIGHER);

        assertThat(open.difference()).isEqualByComparingTo("12");
        assertThat(open.trend()).isEqualTo(Change.Trend.CANNOT_TELL);
        assertThat(same.trend()).isEqualTo(Change.Trend.SAME);
        assertThat(Change.of(Measured.exact(n("51")), baseline("50", "0"), Direction.HIGHER).trend())
                .isEqualTo(Change.Trend.BETTER);
    }

    @Test
    void nonsenseIsABug() {
        assertThatThrownBy(() -> value("1", "-1")).hasMessageContaining("standard error");
        assertThatThrownBy(() -> new Measured(n("1"), n("1"), 0)).hasMessageContaining("freedom");
        assertThatThrownBy(() -> new Target.Decided(null, null, BigDecimal.ZERO, "a", "b"))
                .hasMessageContaining("bound");
    }

    private static Baseline.Known baseline(String value, @Nullable String error) {
        return new Baseline.Known(LocalDate.of(2019, 12, 30), n(value), error == null ? null : n(error), "示例");
    }
}
