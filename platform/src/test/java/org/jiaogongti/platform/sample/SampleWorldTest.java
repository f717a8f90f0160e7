package org.jiaogongti.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.platform.sample.SampleWorld.Person;
import org.jiaogongti.platform.sample.SampleWorld.Post;
import org.jiaogongti.platform.sample.SampleWorld.PostKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleWorldTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);
    private static final LocalDate ROUND_ONE = LocalDate.of(2020, 11, 18);

    private final SampleWorld world = SampleWorld.at(TODAY);

    @Test
    void theSameDayIsTheSameWorld() {
        assertThat(SampleWorld.at(TODAY).digest()).isEqualTo(world.digest());
        assertThat(SampleWorld.at(TODAY.plusDays(1)).digest()).isNotEqualTo(world.digest());
    }

    @Test
    void allSchoolsOfTheNoticeAreThere() {
        assertThat(world.schools()).hasSize(28);
        assertThat(world.communities()).extracting(SampleWorld.Community::lead).containsExactly("岳林小学", "龙津实验学校",
                "居敬小学",
                "锦屏小学", "实验小学");
        assertThat(world.schools()).extracting(SampleWorld.School::code).allMatch(code -> code.matches("2133\\d{6}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theBusinessDateIsWednesdayOfWeekTwelve() {
        var term = world.periods().stream().filter(period -> period.name().equals("2024-2025-1")).findFirst()
                .orElseThrow();
        assertThat(term.days().first()).isEqualTo("2024-09-02");
        assertThat(term.days().last()).isEqualTo("2025-01-22");
        assertThat(term.midtermWeek()).isEqualTo("2024-11-11");
        assertThat(TODAY.getDayOfWeek()).hasToString("WEDNESDAY");
    }

    @Test
    void idsAreUniqueAndOrderedByDay() {
        Set<Object> ids = new HashSet<>();
        world.occasions().forEach(occasion -> assertThat(ids.add(occasion.id())).isTrue());
        world.people().forEach(person -> assertThat(ids.add(person.id())).isTrue());
        world.placements().forEach(placement -> assertThat(ids.add(placement.id())).isTrue());
        assertThat(world.occasions()).isSortedAccordingTo(java.util.Comparator.comparing(SampleOccasion::date));
    }

    @Test
    void nothingIsHeldOnADayWithoutSchoolOrAfterTheBusinessDate() {
        assertThat(world.occasions()).allSatisfy(occasion -> {
            assertThat(SampleCalendar.isSchoolDay(occasion.date())).as("%s", occasion).isTrue();
            if (occasion.recorded() != null) {
                assertThat(occasion.date()).isBeforeOrEqualTo(TODAY);
                assertThat(occasion.recorded().at().toLocalDate()).isBeforeOrEqualTo(TODAY);
            }
        });
    }

    @Test
    void anEarlierDayKnowsNothingOfLaterOnes() {
        SampleWorld before = SampleWorld.at(ROUND_ONE);
        Set<Object> later = world.occasions().stream().map(SampleOccasion::id).collect(Collectors.toSet());
        assertThat(before.occasions()).allSatisfy(occasion -> {
            assertThat(later).contains(occasion.id());
            if (occasion.answer() != null) {
                assertThat(occasion.answer().at().toLocalDate()).isBeforeOrEqualTo(ROUND_ONE);
            }
        });
        assertThat(before.occasions()).extracting(SampleOccasion::state).contains(OccasionState.HELD,
                OccasionState.PLANNED);
        assertThat(before.periods()).extracting(period -> period.name()).contains("2020-2021-2")
                .doesNotContain("2021-2022-1");
        assertThat(before.decisions()).hasSize(3);
    }

    @Test
    void noTestIsHeldAfterTheLaterLaw() {
        assertThat(world.occasions()).filteredOn(occasion -> !occasion.date().isBefore(LocalDate.of(2021, 8, 30)))
                .flatExtracting(SampleOccasion::parts).extracting(SampleOccasion.Part::kind)
                .doesNotContain("topic-test", "literacy-contest", "grade-contest");
    }

    @Test
    void everyStateAndEveryCourseIsThere() {
        List<SampleOccasion> all = world.occasions();
        assertThat(all).extracting(SampleOccasion::state).contains(OccasionState.values());
        assertThat(all).anyMatch(SampleOccasion::isWithdrawn);
        assertThat(all).anyMatch(occasion -> occasion.joined() != null);
        assertThat(all).anyMatch(occasion -> occasion.settled() != null);
        assertThat(all).anyMatch(occasion -> occasion.recorded() != null && occasion.recorded().onBehalfOf() != null
                && occasion.recorded().at().toLocalDate().isAfter(TODAY.minusDays(7)));
        assertThat(all).anyMatch(occasion -> occasion.recorded() != null
                && occasion.recorded().at().toLocalDate().isAfter(occasion.date().plusDays(7)));
    }

    @Test
    void everyRoleSignsInWithOneClick() {
        Set<PostKind> roles = world.people().stream().filter(Person::signIn).flatMap(person -> person.posts().stream())
                .map(Post::kind).collect(Collectors.toSet());
        assertThat(roles).containsExactlyInAnyOrder(PostKind.values());
    }

    @Test
    void namesWithRareCharactersLeadLessons() {
        assertThat(world.occasions()).extracting(SampleOccasion::leader).contains("示例教师𠮷", "示例·䶮");
    }

    @Test
    void aDayOutsideOfItIsRefused() {
        assertThatThrownBy(() -> SampleWorld.at(LocalDate.of(2019, 1, 1))).hasMessageContaining("2019-09-02");
    }
}
