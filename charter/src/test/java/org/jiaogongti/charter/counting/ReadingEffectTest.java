package org.jiaogongti.charter.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Effect;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.ForwardingWorld;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.explaining.Explaining;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.SmallWorld;
import org.jiaogongti.charter.worlds.Village;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing another way to read an open point changes what is owed; every figure is worked out by hand. */
class ReadingEffectTest {

    private static final Charter CHARTER = Charters.bundled("fenghua-2019");
    private static final LocalDate MAY = LocalDate.of(2024, 5, 20);

    private static List<Progress> evaluate(Charter charter, World world, LocalDate asOf, Fact... facts) {
        return Evaluation.of(new Counting(charter, world), List.of(facts), List.of(), asOf).progress();
    }

    private static Progress only(List<Progress> all, String key) {
        return Objects.requireNonNull(
                all.stream().filter(each -> each.key().toString().equals(key)).findFirst().orElse(null), key);
    }

    private static Set<String> bearers(List<Progress> all, String duty) {
        return all.stream().filter(each -> each.key().duty().equals(duty)).map(each -> each.key().bearer())
                .collect(Collectors.toSet());
    }

    /** The village with one autumn term of 2022 in which the work of round one ends. */
    private static World village2022(String end) {
        SmallWorld village = Village.world();
        return new SmallWorld(
                List.of(new Period("2022-2023-1", PeriodKind.TERM,
                        new DateRange(LocalDate.of(2022, 9, 1), LocalDate.parse(end)), LocalDate.of(2022, 11, 7)),
                        Village.AUTUMN, Village.YEAR),
                village.schools(), village.teacherNumbers(), village.groups(), village.weak());
    }

    /** 1 September to 13 January are 135 days, to 1 December 92: 15 × 92/135 = 10.2, 30 × 92/135 = 20.4. */
    @ParameterizedTest
    @CsvSource({"Q21/中心小学/-,15,11", "Q22/中心小学/-,30,21", "Q23/中心小学/-,3,3", "Q04/山顶小学/-,2,2", "Q15/山村共同体/-,1,1"})
    void aTermInWhichTheWorkEndsOwesAllOrItsShareOfDays(String instance, int whole, int share) {
        World world = village2022("2023-01-13");
        LocalDate asOf = LocalDate.of(2023, 1, 10);
        Charter charter = CHARTER.reading("跨阶段的学期", "折算");

        assertThat(only(evaluate(CHARTER, world, asOf), instance + "/2022-2023-1").target()).isEqualTo(whole);
        assertThat(only(evaluate(charter, world, asOf), instance + "/2022-2023-1").target()).isEqualTo(share);
        assertThat(only(evaluate(charter, world, asOf), instance + "/2023-2024-1").target())
                .as("no phase ends in it").isEqualTo(whole);
    }

    @Test
    void aSmallerShareIsExplainedByItsReading() {
        World world = village2022("2023-01-13");
        Charter charter = CHARTER.reading("跨阶段的学期", "折算");
        InstanceKey key = new InstanceKey("Q21", Village.LEAD, "-", "2022-2023-1");

        assertThat(new Explaining(new Counting(charter, world), id -> id)
                .explain(key, List.of(), List.of(), LocalDate.of(2023, 1, 10)).orElseThrow().derivation().indented())
                .contains("读法：跨阶段的学期，现行“折算”").contains("目标 11");
    }

    /** 1 September to 15 January are 137 days: 15 × 92/137 = 10.07 with 1 December, 15 × 91/137 = 9.96 without it. */
    @ParameterizedTest
    @CsvSource({"首尾都算,11,2022-12-01,2022-12-01", "归前段,11,2022-12-01,2022-12-02", "归后段,10,2022-11-30,2022-12-01"})
    void theDayOfTwoPhasesBelongsToBothOrToOne(String way, int target, LocalDate workEnds, LocalDate assessmentBegins) {
        Charter charter = CHARTER.reading("跨阶段的学期", "折算").reading("阶段的首尾日", way);

        assertThat(only(evaluate(charter, village2022("2023-01-15"), LocalDate.of(2023, 1, 10)),
                "Q21/中心小学/-/2022-2023-1").target()).isEqualTo(target);
        List<Phase> phases = charter.phases(charter.rounds().getFirst(), MAY);
        assertThat(phases.get(1).days().last()).isEqualTo(workEnds);
        assertThat(phases.get(2).days().first()).isEqualTo(assessmentBegins);
    }

    /** Two readings of one duty at once: for each member school, and only what was held there. */
    @Test
    void whatIsHeldOnlineCountsOrNotWhicheverWayLessonsAreAdded() {
        OccasionPart there = Village.lessons("a", "2024-03-05", Village.NEAR, 2);
        OccasionPart online = new OccasionPart("b", "1", there.kind(), there.date(), there.community(), there.host(),
                there.ledBy(), there.ledByRank(), there.subject(), there.grades(), 3, Map.of(), null, null,
                OccasionState.HELD, true);
        Charter not = CHARTER.reading("线上活动算不算", "不算");
        Charter each = not.reading("节数怎么合计", "每所成员校");

        assertThat(only(evaluate(CHARTER, Village.world(), MAY, there, online), "Q21/中心小学/-/2023-2024-2").counted())
                .isEqualTo(5);
        assertThat(only(evaluate(not, Village.world(), MAY, there, online), "Q21/中心小学/-/2023-2024-2").counted())
                .isEqualTo(2);
        assertThat(only(evaluate(each, Village.world(), MAY, there, online), "Q21/中心小学/河边小学/2023-2024-2")
                .counted()).isEqualTo(2);
    }

    @Test
    void anExchangeIsOneSentOrOneSentAndOneReceived() {
        Charter both = CHARTER.reading("互派一名怎么计", "双方各一名");
        Placement sent = new Placement("p1", Village.NEAR, Village.FAR, "示例干部01", Rank.CADRE, true, false,
                LocalDate.of(2023, 10, 8), null, null);
        Placement fromLead = new Placement("p2", Village.LEAD, Village.NEAR, "示例干部02", Rank.CADRE, true, false,
                LocalDate.of(2023, 10, 8), null, null);

        List<Progress> one = evaluate(CHARTER, Village.world(), MAY, sent, fromLead);
        assertThat(one).filteredOn(each -> each.key().duty().equals("Q03"))
                .extracting(each -> each.key() + " " + each.counted())
                .containsExactly("Q03/山顶小学/-/2023-2024 0", "Q03/河边小学/-/2023-2024 1");
        List<Progress> two = evaluate(both, Village.world(), MAY, sent, fromLead);
        assertThat(two).filteredOn(each -> each.key().duty().equals("Q03"))
                .extracting(each -> each.key() + " " + each.counted()).containsExactlyInAnyOrder(
                        "Q03/山顶小学/派入/2023-2024 1", "Q03/山顶小学/派出/2023-2024 0",
                        "Q03/河边小学/派入/2023-2024 1", "Q03/河边小学/派出/2023-2024 1");
    }

    /** The whole week before 26 February 2024 is 19 to 25 February, the mid-term week 22 to 28 April. */
    @Test
    void aWeekIsSevenDaysOrFiveWorkingDays() {
        Charter workingDays = CHARTER.reading("一周是哪七天", "工作日");
        Fact friday = Village.planning("a", "1", "2024-02-23", "数学", Village.FAR);
        Fact saturday = Village.planning("b", "1", "2024-02-24", "数学", Village.FAR);
        String planning = "Q14/山村共同体/数学/2023-2024-2";
        String test = "Q15/山村共同体/-/2023-2024-2";

        assertThat(only(evaluate(CHARTER, Village.world(), MAY, friday, saturday), planning).counted()).isEqualTo(2);
        assertThat(only(evaluate(workingDays, Village.world(), MAY, friday, saturday), planning).counted())
                .isEqualTo(1);
        assertThat(only(evaluate(workingDays, Village.world(), LocalDate.of(2024, 4, 27)), test).status())
                .as("Friday has passed").isEqualTo(Status.MISSED);
        assertThat(only(evaluate(CHARTER, Village.world(), LocalDate.of(2024, 4, 27)), test).status())
                .as("Sunday is still to come").isEqualTo(Status.OPEN);
    }

    @Test
    void roundTwoOwesTheSameOrNothing() {
        Charter none = CHARTER.reading("第二轮的责任", "不沿用");
        World world = village2022("2023-01-13");

        assertThat(evaluate(CHARTER, world, MAY)).extracting(each -> each.key().period())
                .contains("2022-2023-1", "2023-2024-1", "2023-2024");
        assertThat(evaluate(none, world, MAY)).isNotEmpty().extracting(each -> each.key().period())
                .as("only what begins in round one").containsOnly("2022-2023-1");
    }

    /** Round one: preparation to 2019-12-30, work from 2020-01-01 to 2022-12-01, assessment from that day to 2022-12-30. */
    @ParameterizedTest
    @CsvSource({"2019-10-08,2019-12-20,首尾都算,false", "2019-10-08,2019-12-31,首尾都算,false",
            "2019-09-02,2020-01-17,首尾都算,true", "2022-12-02,2022-12-28,首尾都算,false", "2022-12-01,2022-12-28,首尾都算,true",
            "2022-12-01,2022-12-28,归前段,true", "2022-12-01,2022-12-28,归后段,false", "2022-09-01,2023-01-13,归后段,true",
            "2022-12-31,2023-01-20,首尾都算,true", "2025-12-02,2025-12-28,首尾都算,false", "2026-02-20,2026-06-30,首尾都算,true",
            "2018-09-01,2019-01-20,首尾都算,true"})
    void aTermThatLiesWhollyOutsideTheWorkOwesNothingWhereItIsReadSo(LocalDate first, LocalDate last, String shared,
            boolean owes) {
        SmallWorld village = Village.world();
        World world = new SmallWorld(
                List.of(new Period("T", PeriodKind.TERM, new DateRange(first, last), first.plusDays(3))),
                village.schools(), village.teacherNumbers(), village.groups(), village.weak());
        Charter charter = CHARTER.reading("阶段的首尾日", shared);

        assertThat(evaluate(charter, world, MAY).isEmpty()).isEqualTo(!owes);
        assertThat(evaluate(charter.reading("什么阶段要办", "各阶段"), world, MAY)).isNotEmpty();
    }

    /** Q28 is the assessment's own duty, Q27 the preparation's; round two has no preparation. */
    @ParameterizedTest
    @CsvSource({"首尾都算,2022-12-01,2025-12-01", "归前段,2022-12-02,2025-12-02", "归后段,2022-12-01,2025-12-01"})
    void whatThePhaseAsksForIsDueInItAndNowhereElse(String shared, LocalDate first, LocalDate second) {
        Charter charter = CHARTER.reading("阶段的首尾日", shared);
        Obligation assessment = charter.obligation("Q28").orElseThrow();
        Obligation papers = charter.obligation("Q27").orElseThrow();
        Round one = charter.rounds().getFirst();
        Round two = charter.rounds().getLast();

        assertThat(charter.due(assessment, one, MAY)).contains(new DateRange(first, LocalDate.of(2022, 12, 30)));
        assertThat(charter.due(assessment, two, MAY)).contains(new DateRange(second, LocalDate.of(2025, 12, 30)));
        assertThat(charter.due(papers, one, MAY))
                .contains(new DateRange(LocalDate.of(2019, 10, 1), LocalDate.of(2019, 12, 30)));
        assertThat(charter.due(papers, two, MAY)).isEmpty();
        assertThat(charter.due(charter.obligation("Q21").orElseThrow(), one, MAY)).as("not tied to days").isEmpty();
    }

    /** NEAR is private here; SmallWorld has no kinds of its own. */
    @Test
    void aPrivateSchoolOwesTheSameOrNothingYetButIsStillOwedTo() {
        Charter none = CHARTER.reading("民办和九年制学校", "另定");
        World world = new Told(Village.world(), Map.of(Village.NEAR, World.SchoolKind.PRIVATE), null);

        assertThat(bearers(evaluate(CHARTER, world, MAY), "Q24")).containsOnly(Village.NEAR, Village.FAR);
        assertThat(bearers(evaluate(none, world, MAY), "Q24")).containsOnly(Village.FAR);
        assertThat(evaluate(none, world, MAY)).extracting(each -> each.key().toString())
                .contains("Q05/中心小学/河边小学/2023-2024-2");
    }

    /** FAR is a teaching point of NEAR: 43 + 60 teachers, the smaller of 10 and 21 is 10; 6 + 4 people came. */
    @Test
    void aTeachingPointIsPartOfItsCentralSchoolOrOwesItself() {
        Charter own = CHARTER.reading("完小和教学点", "各自承担");
        World world = new Told(Village.world(), Map.of(Village.FAR, World.SchoolKind.TEACHING_POINT), Village.FAR);
        OccasionPart visit = new OccasionPart("v", "1", "study-visit", LocalDate.of(2024, 3, 5), Village.COMMUNITY,
                Village.LEAD, Village.LEAD, null, null, List.of(), 1, Map.of(Village.NEAR, 6, Village.FAR, 4), null,
                null, OccasionState.HELD);
        Fact lesson = Village.held("g", "guidance-visit", "2024-03-06", Village.FAR, Rank.PRINCIPAL);
        Fact placement = Village.young("p", Village.FAR, "2024-03-01", null, "示例导师01");

        List<Progress> merged = evaluate(CHARTER, world, MAY, visit, lesson, placement);
        assertThat(bearers(merged, "Q24")).containsOnly(Village.NEAR);
        assertThat(only(merged, "Q24/河边小学/-/2023-2024-2").counted()).isEqualTo(1);
        assertThat(only(merged, "Q05/中心小学/河边小学/2023-2024-2").counted()).isEqualTo(1);
        assertThat(only(merged, "Q25/河边小学/-/2023-2024-2").counted()).isEqualTo(1);
        assertThat(only(merged, "Q13/山村共同体/河边小学/英语/2023-2024-2").counted()).isZero();

        List<Progress> apart = evaluate(own, world, MAY, visit, lesson, placement);
        assertThat(bearers(apart, "Q24")).containsOnly(Village.NEAR, Village.FAR);
        assertThat(only(apart, "Q24/河边小学/-/2023-2024-2").counted()).as("6 of 9 came").isZero();
        assertThat(only(apart, "Q05/中心小学/山顶小学/2023-2024-2").counted()).isEqualTo(1);
        assertThat(only(apart, "Q25/山顶小学/-/2023-2024-2").counted()).isEqualTo(1);
    }

    /** A point that no community lists owes and is owed to beside its central school, but not as another campus. */
    @Test
    void aPointThatNoCommunityListsOwesItselfOnlyWhereItIsReadSo() {
        Charter own = CHARTER.reading("完小和教学点", "各自承担");
        String point = "示例村教学点";
        World world = new Told(Village.world(), Map.of(point, World.SchoolKind.TEACHING_POINT), point);
        World campus = new Told(Village.world(), Map.of(), point);
        Fact visit = Village.held("g", "guidance-visit", "2024-03-06", point, Rank.PRINCIPAL);

        List<Progress> merged = evaluate(CHARTER, world, MAY, visit);
        assertThat(bearers(merged, "Q24")).containsOnly(Village.NEAR, Village.FAR);
        assertThat(only(merged, "Q05/中心小学/河边小学/2023-2024-2").counted()).isEqualTo(1);

        List<Progress> apart = evaluate(own, world, MAY, visit);
        assertThat(bearers(apart, "Q24")).containsOnly(Village.NEAR, Village.FAR, point);
        assertThat(only(apart, "Q05/中心小学/示例村教学点/2023-2024-2").counted()).isEqualTo(1);
        assertThat(only(apart, "Q05/中心小学/河边小学/2023-2024-2").counted()).isZero();

        List<Progress> otherCampus = evaluate(own, campus, MAY, visit);
        assertThat(bearers(otherCampus, "Q24")).containsOnly(Village.NEAR, Village.FAR);
        assertThat(only(otherCampus, "Q05/中心小学/河边小学/2023-2024-2").counted()).isEqualTo(1);
    }

    @Test
    void everyOpenPointEitherChangesSomethingOrNamesWhatItWaitsFor() {
        for (Reading reading : CHARTER.readings()) {
            boolean decides = CHARTER.counted().stream()
                    .anyMatch(duty -> CHARTER.decisive(duty.id()).contains(reading));
            assertThat(decides).as(reading.id()).isEqualTo(reading.waitsFor().isEmpty());
        }
        assertThat(CHARTER.readings().stream().filter(reading -> !reading.waitsFor().isEmpty()).map(Reading::id))
                .containsExactly("A10", "A11", "A13", "A15", "A18");
        assertThat(CHARTER.effects(MAY)).as("by default").containsExactly(new Effect.PointsInCentralSchool(),
                new Effect.OwedOnlyIn("开展工作"));
    }

    /** A world that tells kinds apart, with one teaching point of {@link Village#NEAR} or none. */
    private record Told(World world, Map<String, World.SchoolKind> kinds,
            @Nullable String point) implements ForwardingWorld {

        @Override
        public World.SchoolKind kind(String school) {
            return kinds.getOrDefault(school, World.SchoolKind.PRIMARY);
        }

        @Override
        public Optional<String> centralSchool(String school, LocalDate day) {
            return school.equals(point) ? Optional.of(Village.NEAR) : Optional.empty();
        }

        @Override
        public List<String> teachingPoints(String centralSchool, LocalDate day) {
            return point != null && centralSchool.equals(Village.NEAR) ? List.of(point) : List.of();
        }
    }
}
