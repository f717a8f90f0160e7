package org.jiaogongti.platform.goal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.goal.Told;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.register.Review;
import org.jiaogongti.platform.register.Review.Became;
import org.jiaogongti.platform.register.WeakEntry;
import org.jiaogongti.platform.register.WeakKey;
import org.jiaogongti.platform.register.WeakTurns.Turn;
import org.jiaogongti.platform.staff.MentoringCover.Young;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final UUID NORTH = new UUID(0, 1);
    private static final UUID SOUTH = new UUID(0, 2);
    private static final UUID HILL = new UUID(0, 11);
    private static final UUID LAKE = new UUID(0, 12);
    private static final DateRange YEAR = new DateRange(day("2021-01-01"), day("2021-12-31"));

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static String of(Shares shares, @Nullable UUID place) {
        return shares.of(place, YEAR.last()).map(share -> share.part() + "/" + share.whole() + " " + share.value())
                .orElse("none");
    }

    private static Standing standing(UUID bearer, UUID community, String last, Status status) {
        return new Standing(new Instance(new InstanceKey("Q04", bearer.toString(), "-", "x"), community.toString(),
                Modality.MUST, 2, day("2021-01-01"), day(last), day("2021-01-01")), 0, 0, 0, 2, status, null, null);
    }

    @Test
    void whatWasAskedForAndFellDueInTheYearIsCountedForEveryPlace() {
        Shares shares = Shares.met(List.of(standing(HILL, NORTH, "2021-06-30", Status.MET),
                standing(HILL, NORTH, "2021-12-31", Status.MISSED), standing(LAKE, SOUTH, "2021-01-01", Status.MET),
                standing(LAKE, SOUTH, "2022-01-01", Status.MISSED), standing(LAKE, SOUTH, "2020-12-31", Status.MISSED),
                standing(LAKE, SOUTH, "2021-06-30", Status.WAIVED),
                standing(LAKE, SOUTH, "2021-06-30", Status.SUSPENDED),
                standing(LAKE, SOUTH, "2021-06-30", Status.OPTIONAL)), YEAR);

        assertThat(of(shares, null)).isEqualTo("2/3 66.7");
        assertThat(of(shares, NORTH)).isEqualTo("1/2 50.0");
        assertThat(of(shares, LAKE)).isEqualTo("1/1 100.0");
        assertThat(of(shares, new UUID(0, 99))).isEqualTo("none");
    }

    @Test
    void whatACommunityOwesIsNoSchools() {
        Shares shares = Shares.met(List.of(standing(NORTH, NORTH, "2021-06-30", Status.MET)), YEAR);

        assertThat(of(shares, NORTH)).isEqualTo("1/1 100.0");
        assertThat(of(shares, null)).isEqualTo("1/1 100.0");
    }

    private static Turn turn(UUID school, String from, @Nullable String to, Review... reviews) {
        return new Turn(new WeakEntry(new WeakKey(school, "数学", day(from)), NORTH, to == null ? null : day(to)),
                List.of(reviews));
    }

    private static Review review(int id, String term, Became became, String on) {
        return new Review(new UUID(0, id), new WeakKey(HILL, "数学", day("2019-10-01")), term, became, "", day(on), "");
    }

    @Test
    void theLastReviewUpToTheYearsEndSaysWhetherAWeakSubjectTurned() {
        Turn turned = turn(HILL, "2019-10-01", null, review(1, "2020-2021-1", Became.SAME, "2021-01-20"),
                review(2, "2020-2021-2", Became.BETTER, "2021-06-20"));
        Turn turnedLater = turn(LAKE, "2020-09-01", null, review(3, "2020-2021-2", Became.WORSE, "2021-06-20"),
                review(4, "2021-2022-1", Became.BETTER, "2022-01-10"));
        Turn corrected = turn(LAKE, "2020-09-01", "2021-02-01", review(6, "2020-2021-1", Became.BETTER, "2021-01-11"),
                review(5, "2020-2021-1", Became.SAME, "2021-01-10"));
        Turn unreviewed = turn(HILL, "2021-12-31", null);
        Turn gone = turn(HILL, "2019-10-01", "2020-12-31", review(7, "2020-2021-1", Became.BETTER, "2020-12-30"));
        Turn notYet = turn(HILL, "2022-01-01", null, review(8, "2021-2022-1", Became.BETTER, "2022-01-05"));
        Shares shares = Shares.turned(List.of(turned, turnedLater, corrected, unreviewed, gone, notYet), YEAR);

        assertThat(of(shares, null)).isEqualTo("2/4 50.0");
        assertThat(of(shares, HILL)).isEqualTo("1/2 50.0");
    }

    @Test
    void earlyCareerTeachersOfTheDayAreCountedWhereTheirSchoolBelongs() {
        LocalDate last = YEAR.last();
        Shares shares = Shares.mentored(List.of(new Young(last, HILL, true), new Young(last, HILL, false),
                new Young(last, LAKE, false), new Young(last.minusYears(1), HILL, true)), last,
                school -> school.equals(HILL) ? Optional.of(NORTH) : Optional.empty());

        assertThat(of(shares, null)).isEqualTo("1/3 33.3");
        assertThat(of(shares, NORTH)).isEqualTo("1/2 50.0");
        assertThat(of(shares, LAKE)).isEqualTo("0/1 0.0");
    }

    @Test
    void aShareOfAllThereIsHasNoErrorOfSampling() {
        Told.Share share = Shares.mentored(List.of(new Young(YEAR.last(), HILL, true)), YEAR.last(),
                _ -> Optional.empty()).of(null, YEAR.last()).orElseThrow();

        assertThat(share.measured().standardError()).isZero();
        assertThat(share.on()).isEqualTo(YEAR.last());
    }

    @Test
    void aRoundCutsItsFirstAndLastYear() {
        DateRange round = new DateRange(day("2019-10-01"), day("2022-12-30"));

        assertThat(Shares.days(Year.of(2019), round)).isEqualTo(new DateRange(day("2019-10-01"), day("2019-12-31")));
        assertThat(Shares.days(Year.of(2022), round)).isEqualTo(new DateRange(day("2022-01-01"), day("2022-12-30")));
    }
}
