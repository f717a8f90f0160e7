package org.jiaogongti.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.reading.Charters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The sample world by the charter's own engine: the pictures' figures, whole rounds, every status. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleDutiesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);
    private static final String TERM = "2024-2025-1";

    private final SampleInEngine world = new SampleInEngine(SampleWorld.at(TODAY));
    private final Counting counting = new Counting(
            Charters.bundled("fenghua-2019").with(Charters.bundledOverlay("moe-exams-2021")), world);
    private final Evaluation evaluation = Evaluation.of(counting, world.facts(), world.waivers(counting), TODAY);

    @Test
    void theLeadSchoolOfThePicturesHasNineOfFifteenLessonsAndFourPlanned() {
        Progress lessons = progress("Q21", "居敬小学", "-", TERM);
        assertThat(lessons.counted()).isEqualTo(9);
        assertThat(lessons.target()).isEqualTo(15);
        assertThat(lessons.status()).isEqualTo(Status.OPEN);
        assertThat(planned(lessons.key())).isEqualTo(4);
        assertThat(progress("Q21", "居敬小学", "-", "2023-2024-1").counted()).isEqualTo(12);
        assertThat(progress("Q21", "居敬小学", "-", "2023-2024-2").counted()).isEqualTo(15);
    }

    @Test
    void theBoardShowsThePicturesFigures() {
        assertThat(ofLeads("Q21")).containsExactly(11, 16, 9, 7, 12);
        assertThat(ofLeads("Q22")).containsExactly(22, 26, 18, 12, 31);
        assertThat(ofLeads("Q23")).containsExactly(3, 2, 2, 1, 4);
        assertThat(met("Q04")).containsExactly(5, 2, 2, 3, 1);
        assertThat(met("Q05")).containsExactly(3, 4, 1, 2, 3);
        assertThat(met("Q13")).containsExactly(6, 5, 4, 3, 6);
        assertThat(met("Q14")).containsExactly(9, 9, 9, 8, 9);
        assertThat(met("Q24")).containsExactly(3, 2, 2, 1, 4);
        assertThat(met("Q25")).containsExactly(5, 4, 4, 4, 5);
        assertThat(met("Q26")).containsExactly(7, 5, 5, 4, 5);
    }

    @Test
    void theMemberSchoolOfThePicturesHasItsFigures() {
        assertThat(progress("Q24", "育才学校", "-", TERM).counted()).isEqualTo(2);
        assertThat(planned(progress("Q24", "育才学校", "-", TERM).key())).as("eight of nine announced").isZero();
        assertThat(progress("Q13", "居敬小学教学共同体", "育才学校/科学", TERM).counted()).isEqualTo(1);
        assertThat(progress("Q05", "居敬小学", "育才学校", TERM).counted()).isEqualTo(1);
        assertThat(progress("Q04", "育才学校", "-", TERM).counted()).isEqualTo(1);
    }

    @Test
    void roundOneIsWhole() {
        Map<Status, Integer> mix = mix(
                Set.of("2019-2020-1", "2019-2020-2", "2019-2020", "2020-2021-1", "2020-2021-2", "2020-2021",
                        "2021-2022-1", "2021-2022-2", "2021-2022"));
        assertThat(mix).doesNotContainKeys(Status.OPEN, Status.NOT_YET);
        int counted = mix.getOrDefault(Status.MET, 0) + mix.getOrDefault(Status.MISSED, 0);
        assertThat(mix.get(Status.MISSED)).isPositive().isLessThan(counted / 50);
        assertThat(mix.get(Status.WAIVED)).isPositive();
    }

    @Test
    void everyStatusIsThere() {
        assertThat(evaluation.progress()).extracting(Progress::status).contains(Status.values());
        assertThat(progress("Q10", "居敬小学", "-", "2024-2025").status()).isEqualTo(Status.WAIVED);
        assertThat(progress("Q14", "锦屏小学教学共同体", "科学", TERM).status()).isEqualTo(Status.MISSED);
        assertThat(progress("Q18", "居敬小学", "-", TERM).status()).isEqualTo(Status.SUSPENDED);
        assertThat(progress("Q18", "居敬小学", "-", "2020-2021-2").status()).isEqualTo(Status.MET);
        assertThat(progress("Q21", "锦屏小学", "-", "2022-2023-1")).satisfies(reduced -> {
            assertThat(reduced.target()).isEqualTo(13);
            assertThat(reduced.status()).isEqualTo(Status.MET);
        });
    }

    @Test
    void everyDecisionMeetsAnInstance() {
        assertThat(evaluation.pointlessWaivers()).isEmpty();
    }

    @Test
    void inRoundOneNothingIsSuspended() {
        SampleInEngine then = new SampleInEngine(SampleWorld.at(LocalDate.of(2020, 11, 18)));
        Counting rules = new Counting(counting.charter(), then);
        Evaluation before = Evaluation.of(rules, then.facts(), then.waivers(rules), LocalDate.of(2020, 11, 18));
        assertThat(before.progress()).extracting(Progress::status).doesNotContain(Status.SUSPENDED)
                .contains(Status.MET, Status.OPEN, Status.MISSED, Status.NOT_YET, Status.WAIVED, Status.OPTIONAL);
    }

    private Progress progress(String duty, String bearer, String counterpart, String period) {
        Progress found = evaluation.progress(new InstanceKey(duty, bearer, counterpart, period));
        assertThat(found).as("%s %s %s %s", duty, bearer, counterpart, period).isNotNull();
        return java.util.Objects.requireNonNull(found);
    }

    private int planned(InstanceKey key) {
        Map<String, List<Fact>> records = world.facts().stream()
                .collect(Collectors.groupingBy(Fact::source, LinkedHashMap::new, Collectors.toList()));
        return records.values().stream().flatMap(record -> counting.plannedContributionsOf(record).stream())
                .filter(contribution -> contribution.key().equals(key)).mapToInt(contribution -> contribution.amount())
                .sum();
    }

    private List<Integer> ofLeads(String duty) {
        return world.sample().communities().stream()
                .map(community -> progress(duty, community.lead(), "-", TERM).counted()).toList();
    }

    private List<Integer> met(String duty) {
        Map<String, Integer> byCommunity = new TreeMap<>();
        evaluation.progress().stream()
                .filter(each -> each.key().duty().equals(duty) && each.key().period().equals(TERM)
                        && each.status() == Status.MET)
                .forEach(each -> byCommunity.merge(each.instance().community(), 1, Integer::sum));
        return world.communities().stream().map(community -> byCommunity.getOrDefault(community, 0)).toList();
    }

    private Map<Status, Integer> mix(Set<String> periods) {
        Map<Status, Integer> mix = new EnumMap<>(Status.class);
        evaluation.progress().stream().filter(each -> periods.contains(each.key().period()))
                .forEach(each -> mix.merge(each.status(), 1, Integer::sum));
        return mix;
    }
}
