package org.jiaogongti.charter.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.Village;
import org.junit.jupiter.api.Test;

/** Situations a bureau knows, one by one. */
class SituationTest {

    private static final Charter CHARTER = Charters.bundled("fenghua-2019");
    private static final LocalDate MAY = LocalDate.of(2024, 5, 20);

    private static Progress progress(Charter charter, String key, LocalDate asOf, Fact... facts) {
        String[] parts = key.split(" ");
        Evaluation evaluation = Evaluation.of(new Counting(charter, Village.world()), List.of(facts), List.of(), asOf);
        return Objects.requireNonNull(
                evaluation.progress(new InstanceKey(parts[0], parts[1], parts[2], parts[3])), key);
    }

    private static int counted(Charter charter, String key, Fact... facts) {
        return progress(charter, key, MAY, facts).counted();
    }

    @Test
    void aLessonOnALeapDayCountsInTheTermThatHasIt() {
        assertThat(counted(CHARTER, "Q21 中心小学 - 2023-2024-2", Village.lessons("a", "2024-02-29", Village.FAR, 2)))
                .isEqualTo(2);
    }

    @Test
    void bothEndsOfATermBelongToIt() {
        assertThat(counted(CHARTER, "Q21 中心小学 - 2023-2024-1", Village.lessons("a", "2023-08-31", Village.FAR, 1),
                Village.lessons("b", "2023-09-01", Village.FAR, 1), Village.lessons("c", "2024-01-26", Village.FAR, 1),
                Village.lessons("d", "2024-01-27", Village.FAR, 1))).isEqualTo(2);
    }

    @Test
    void planningInTheWeekBeforeTermBelongsToTheTermThatFollows() {
        // 26 February 2024 is a Monday, so the window is 19 to 25 February.
        assertThat(counted(CHARTER, "Q14 山村共同体 数学 2023-2024-2",
                Village.planning("a", "1", "2024-02-18", "数学", Village.FAR),
                Village.planning("b", "1", "2024-02-19", "数学", Village.FAR),
                Village.planning("c", "1", "2024-02-25", "数学", Village.FAR),
                Village.planning("d", "1", "2024-02-26", "数学", Village.FAR))).isEqualTo(2);
    }

    @Test
    void anInstanceTurnsFromNotYetToOpenToMissed() {
        String key = "Q15 山村共同体 - 2023-2024-2";
        assertThat(progress(CHARTER, key, LocalDate.of(2024, 4, 21)).status()).isEqualTo(Status.NOT_YET);
        assertThat(progress(CHARTER, key, LocalDate.of(2024, 4, 22)).status()).isEqualTo(Status.OPEN);
        assertThat(progress(CHARTER, key, LocalDate.of(2024, 4, 28)).status()).isEqualTo(Status.OPEN);
        assertThat(progress(CHARTER, key, LocalDate.of(2024, 4, 29)).status()).isEqualTo(Status.MISSED);
    }

    @Test
    void oneOccasionWithTwoPartsOfOneDutyCountsOnce() {
        assertThat(counted(CHARTER, "Q13 山村共同体 山顶小学/英语 2023-2024-2",
                Village.planning("a", "1", "2024-03-05", "英语", Village.FAR),
                Village.planning("a", "2", "2024-03-05", "英语", Village.FAR),
                Village.planning("b", "1", "2024-03-06", "英语", Village.FAR))).isEqualTo(2);
    }

    @Test
    void oneOccasionWithLessonsInTwoPartsCountsBoth() {
        OccasionPart first = Village.lessons("a", "2024-03-05", Village.FAR, 2);
        OccasionPart second = new OccasionPart("a", "2", first.kind(), first.date(), first.community(), first.host(),
                first.ledBy(), first.ledByRank(), "数学", List.of(), 1, Map.of(), null, null, OccasionState.HELD);
        assertThat(counted(CHARTER, "Q21 中心小学 - 2023-2024-2", first, second)).isEqualTo(3);
    }

    @Test
    void aPlacementNotYetBegunMakesNoMentorDue() {
        Fact placement = Village.young("p1", Village.FAR, "2024-05-21", null, null);
        Counting counting = new Counting(CHARTER, Village.world());
        InstanceKey mentor = new InstanceKey("Q26", Village.LEAD, "山顶小学/p1", "2023-2024-2");

        assertThat(Evaluation.of(counting, List.of(placement), List.of(), MAY).progress(mentor)).isNull();
        assertThat(progress(CHARTER, "Q26 中心小学 山顶小学/p1 2023-2024-2", MAY.plusDays(1), placement).status())
                .isEqualTo(Status.OPEN);
        assertThat(progress(CHARTER, "Q26 中心小学 山顶小学/p1 2023-2024-2", LocalDate.of(2024, 6, 29), placement).status())
                .isEqualTo(Status.MISSED);
    }

    @Test
    void aPlacementThatCountsBeforeItsOwnMentorIsNamedCountsInQ25() {
        Fact placement = Village.young("p1", Village.FAR, "2023-10-01", null, "示例导师01");

        assertThat(counted(CHARTER, "Q25 山顶小学 - 2023-2024-1", placement)).isEqualTo(1);
        assertThat(counted(CHARTER, "Q25 山顶小学 - 2023-2024-2", placement)).isEqualTo(1);
        assertThat(progress(CHARTER, "Q26 中心小学 山顶小学/p1 2023-2024-2", MAY, placement).status()).isEqualTo(Status.MET);
    }

    @Test
    void lessonsAreCountedInAllOrForEachMemberSchool() {
        Charter each = CHARTER.reading("节数怎么合计", "每所成员校");
        Fact near = Village.lessons("a", "2024-03-05", Village.NEAR, 9);
        Fact far = Village.lessons("b", "2024-03-06", Village.FAR, 6);

        assertThat(progress(CHARTER, "Q21 中心小学 - 2023-2024-2", MAY, near, far).status()).isEqualTo(Status.MET);
        assertThat(progress(each, "Q21 中心小学 河边小学 2023-2024-2", MAY, near, far))
                .matches(progress -> progress.counted() == 9 && progress.status() == Status.OPEN);
        assertThat(counted(each, "Q21 中心小学 山顶小学 2023-2024-2", near, far)).isEqualTo(6);
        assertThat(each.rule("Q22", MAY).each()).isEqualTo(each.rule("Q23", MAY).each());
    }

    @Test
    void guidanceVisitsAreCountedForEachMemberSchoolOrInAll() {
        Charter all = CHARTER.reading("校长到校怎么计", "合计");
        Fact near = Village.held("a", "guidance-visit", "2024-03-05", Village.NEAR, Rank.PRINCIPAL);
        Fact far = Village.held("b", "guidance-visit", "2024-03-06", Village.FAR, Rank.VICE_PRINCIPAL);
        Fact cadre = Village.held("c", "guidance-visit", "2024-03-06", Village.FAR, Rank.CADRE);

        assertThat(counted(CHARTER, "Q05 中心小学 山顶小学 2023-2024-2", near, far, cadre)).isEqualTo(1);
        assertThat(counted(all, "Q05 中心小学 - 2023-2024-2", near, far, cadre)).isEqualTo(2);
    }

    @Test
    void aFifthOrTenTakesTheSmallerOrTheLarger() {
        Charter larger = CHARTER.reading("五分之一或十人", "取大");
        Charter down = CHARTER.reading("五分之一怎么取整", "舍去");
        Charter both = larger.reading("五分之一怎么取整", "舍去");
        Fact eight = Village.visit("a", "2024-03-05", Village.NEAR, 8);
        Fact nine = Village.visit("b", "2024-03-06", Village.NEAR, 9);
        Fact ten = Village.visit("c", "2024-03-07", Village.NEAR, 10);
        String near = "Q24 河边小学 - 2023-2024-2";

        assertThat(counted(CHARTER, near, eight, nine, ten)).as("43 teachers, a fifth is 9").isEqualTo(2);
        assertThat(counted(down, near, eight, nine, ten)).as("rounded down it is 8").isEqualTo(3);
        assertThat(counted(larger, near, eight, nine, ten)).as("the larger is 10").isEqualTo(1);
        assertThat(counted(both, "Q24 山顶小学 - 2023-2024-2", Village.visit("d", "2024-03-05", Village.FAR, 11),
                Village.visit("e", "2024-03-06", Village.FAR, 12))).as("60 teachers, a fifth is 12").isEqualTo(1);
    }

    @Test
    void aWeakSubjectOwesThreeInAllOrThreeOfEachKind() {
        Charter each = CHARTER.reading("薄弱学科三次怎么计", "各三次");
        Fact planning = Village.planning("a", "1", "2024-03-05", "英语", Village.FAR);
        Fact research = Village.planning("b", "2", "2024-03-06", "英语", Village.FAR);

        assertThat(counted(CHARTER, "Q13 山村共同体 山顶小学/英语 2023-2024-2", planning, research)).isEqualTo(2);
        assertThat(counted(each, "Q13 山村共同体 山顶小学/英语/集体备课 2023-2024-2", planning, research)).isEqualTo(1);
        assertThat(counted(each, "Q13 山村共同体 山顶小学/英语/教研活动 2023-2024-2", planning, research)).isEqualTo(1);
    }

    @Test
    void aYearIsASchoolYearOrACalendarYear() {
        Charter calendar = CHARTER.reading("一年从何时算起", "日历年");
        Fact contest = Village.held("a", "material-contest", "2023-12-20", Village.LEAD, null);

        assertThat(counted(CHARTER, "Q11 中心小学 - 2023-2024", contest)).isEqualTo(1);
        assertThat(counted(calendar, "Q11 中心小学 - 2024", contest)).isZero();
    }

    @Test
    void theWeekBeforeTermCanBeTheSevenDaysBeforeIt() {
        Charter sevenDays = CHARTER.reading("一周是哪七天", "前七天");
        // 1 September 2023 is a Friday: the whole week is 21 to 27 August, the seven days are 25 to 31 August.
        Fact late = Village.planning("a", "1", "2023-08-30", "数学", Village.FAR);

        assertThat(counted(CHARTER, "Q14 山村共同体 数学 2023-2024-1", late)).isZero();
        assertThat(counted(sevenDays, "Q14 山村共同体 数学 2023-2024-1", late)).isEqualTo(1);
    }

    @Test
    void aReadingDecidedLaterHoldsForPeriodsThatEndAfterIt() {
        Reading known = CHARTER.reading("节数怎么合计").orElseThrow();
        List<Reading.Choice> choices = new ArrayList<>(known.choices());
        choices.add(new Reading.Choice("每所成员校", LocalDate.of(2024, 2, 1), null, "教育局", "示例数据"));
        Charter changed = CHARTER.with(known.decided(choices));
        Fact lesson = Village.lessons("a", "2024-03-05", Village.FAR, 1);

        assertThat(counted(changed, "Q21 中心小学 - 2023-2024-1", lesson)).isZero();
        assertThat(counted(changed, "Q21 中心小学 山顶小学 2023-2024-2", lesson)).isEqualTo(1);
    }

    @Test
    void anotherNumberIsAnotherTarget() {
        Charter more = CHARTER.quantity("Q21", new Quantity.AtLeast(20));

        assertThat(progress(more, "Q21 中心小学 - 2023-2024-2", MAY).target()).isEqualTo(20);
    }

    @Test
    void whatIsPlannedCountsByTheSameRuleAndApart() {
        Counting counting = new Counting(CHARTER, Village.world());
        OccasionPart planned = Village.in(Village.lessons("a", "2024-06-05", Village.FAR, 2), OccasionState.PLANNED);

        assertThat(counting.contributionsOf(planned)).isEmpty();
        assertThat(counting.plannedContributionsOf(planned)).singleElement()
                .matches(contribution -> contribution.amount() == 2);
    }

    @Test
    void eachReasonCarriesItsNumbers() {
        Counting counting = new Counting(CHARTER, Village.world());

        assertThat(reasons(counting, Village.visit("a", "2024-03-05", Village.NEAR, 8)))
                .contains(new Reason.TooFewPeople(Village.NEAR, 8, 9));
        assertThat(reasons(counting, Village.lessons("a", "2024-03-05", Village.LEAD, 1)))
                .containsExactly(new Reason.WrongHost(List.of(Village.NEAR, Village.FAR), Village.LEAD));
        assertThat(reasons(counting, Village.in(Village.lessons("a", "2024-03-05", Village.FAR, 1),
                OccasionState.DISPUTED))).containsExactly(new Reason.NotHeld(OccasionState.DISPUTED));
        assertThat(reasons(counting, Village.lessons("a", "2030-03-05", Village.FAR, 1)))
                .containsExactly(new Reason.OutsideEveryPeriod(LocalDate.of(2030, 3, 5)));
        assertThat(reasons(counting, Village.lessons("a", "2024-03-05", Village.FAR, 0)))
                .containsExactly(new Reason.NoLessons());
        assertThat(reasons(counting, Village.held("a", "grade-contest", "2024-03-05", null, null)))
                .containsExactly(new Reason.NotOneGrade(List.of()));
        assertThat(reasons(counting, Village.young("p", Village.FAR, "2024-03-05", null, null)))
                .contains(new Reason.NoMentor());
    }

    private static List<Reason> reasons(Counting counting, Fact fact) {
        return counting.judge(fact).stream().filter(Judgement::nearMiss)
                .flatMap(judgement -> judgement.reasons().stream()).toList();
    }
}
