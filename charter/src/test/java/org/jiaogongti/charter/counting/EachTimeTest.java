package org.jiaogongti.charter.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Paper;
import org.jiaogongti.charter.explaining.Explaining;
import org.jiaogongti.charter.explaining.Names;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.Village;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EachTimeTest {

    private static final Charter WAITING = Charters.bundled("fenghua-2019");
    private static final Charter CHARTER = WAITING.having(Set.of("报备", "活动方案"));
    private static final LocalDate HELD = LocalDate.of(2024, 3, 20);
    private static final LocalDate AS_OF = LocalDate.of(2024, 3, 25);

    private static OccasionPart planning(String source, LocalDate day, OccasionState state, Set<Paper> owes,
            @Nullable LocalDate filed, @Nullable LocalDate approved) {
        return new OccasionPart(source, "joint-planning", "joint-planning", day, Village.COMMUNITY, Village.LEAD,
                Village.LEAD, null, "数学", List.of(), 1, Map.of(Village.FAR, 3), filed, approved, state, false, owes);
    }

    private static OccasionPart filed(@Nullable LocalDate filed) {
        return planning("a", HELD, OccasionState.HELD, Set.of(Paper.FILING), filed, null);
    }

    private static Map<String, String> papers(Charter charter, LocalDate asOf, OccasionPart... parts) {
        Map<String, String> statuses = new TreeMap<>();
        Evaluation.of(new Counting(charter, Village.world()), List.of(parts), List.of(), asOf).progress().stream()
                .filter(each -> Set.of("Q08", "Q09").contains(each.key().duty()))
                .forEach(each -> statuses.put(each.key().toString(), each.status().word() + " " + each.counted()));
        return statuses;
    }

    private static String only(LocalDate asOf, OccasionPart part) {
        Map<String, String> statuses = papers(CHARTER, asOf, part);
        assertThat(statuses).hasSize(1);
        return statuses.values().iterator().next();
    }

    @Test
    void withoutTheFactTypesNothingIsOwedAndNothingElseChanges() {
        assertThat(papers(WAITING, AS_OF, filed(null))).isEmpty();
        assertThat(WAITING.counted()).hasSize(19);
        assertThat(CHARTER.counted()).hasSize(21);
        assertThat(WAITING.having(Set.of("报备")).counted()).hasSize(20);
        assertThat(CHARTER.obligation("Q17").orElseThrow().counts()).as("复习方案 is no fact type yet").isFalse();
    }

    @Test
    void whatWasFiledOnTheDayOrEarlierIsMetAndADayLaterMissed() {
        assertThat(only(AS_OF, filed(HELD.minusDays(5)))).isEqualTo("met 1");
        assertThat(only(AS_OF, filed(HELD))).isEqualTo("met 1");
        assertThat(only(AS_OF, filed(HELD.plusDays(1)))).isEqualTo("missed 0");
        assertThat(only(AS_OF, filed(null))).isEqualTo("missed 0");
    }

    @Test
    void aPlannedOneIsOpenUntilItsDayAndMetFromTheDayOfItsPaper() {
        LocalDate day = LocalDate.of(2024, 4, 10);
        OccasionPart unfiled = planning("a", day, OccasionState.PLANNED, Set.of(Paper.FILING), null, null);
        OccasionPart filed = planning("a", day, OccasionState.PLANNED, Set.of(Paper.FILING), AS_OF, null);
        assertThat(only(AS_OF, unfiled)).isEqualTo("open 0");
        assertThat(only(day, unfiled)).isEqualTo("open 0");
        assertThat(only(day.plusDays(1), unfiled)).isEqualTo("missed 0");
        assertThat(only(AS_OF.minusDays(1), filed)).isEqualTo("open 0");
        assertThat(only(AS_OF, filed)).isEqualTo("met 1");
    }

    @Test
    void aPlanIsFiledByBeingApprovedAndEachIsADutyOfItsOwn() {
        OccasionPart plan = planning("a", HELD, OccasionState.HELD, EnumSet.allOf(Paper.class), HELD.minusDays(3),
                HELD.plusDays(2));
        assertThat(papers(CHARTER, AS_OF, plan)).containsExactly(
                Map.entry("Q08/山村共同体/a/2023-2024-2", "met 1"), Map.entry("Q09/山村共同体/a/2023-2024-2", "missed 0"));
    }

    @Test
    void whatIsCalledOffOrDisputedOwesNothing() {
        assertThat(papers(CHARTER, AS_OF, filed(null).as(OccasionState.CANCELLED))).isEmpty();
        assertThat(papers(CHARTER, AS_OF, filed(null).as(OccasionState.DISPUTED))).isEmpty();
        assertThat(papers(CHARTER, AS_OF, filed(HELD).as(OccasionState.DISPUTED))).isEmpty();
    }

    @Test
    void whatIsHeldBetweenTermsBelongsToTheTermThatFollows() {
        for (String day : List.of("2024-01-27", "2024-02-25", "2024-06-28")) {
            assertThat(papers(CHARTER, LocalDate.of(2024, 7, 1), planning("a", LocalDate.parse(day), OccasionState.HELD,
                    Set.of(Paper.FILING), null, null))).containsOnlyKeys("Q08/山村共同体/a/2023-2024-2");
        }
        assertThat(papers(CHARTER, LocalDate.of(2024, 7, 1), planning("a", LocalDate.of(2024, 1, 26),
                OccasionState.HELD, Set.of(Paper.FILING), null, null))).containsOnlyKeys("Q08/山村共同体/a/2023-2024-1");
    }

    @Test
    void theReasonNamesBothDays() {
        Counting counting = new Counting(CHARTER, Village.world());
        InstanceKey key = new InstanceKey("Q08", Village.COMMUNITY, "a", "2023-2024-2");
        assertThat(counting.judgeFor(filed(HELD.plusDays(4)), key).orElseThrow().reasons())
                .containsExactly(new Reason.NotFiledBefore(HELD.plusDays(4), HELD));
        assertThat(counting.judgeFor(filed(null).as(OccasionState.DISPUTED), key).orElseThrow().reasons())
                .contains(new Reason.NotHeld(OccasionState.DISPUTED));
        assertThat(new Explaining(counting, Names.AS_THEY_ARE).explain(key, List.of(filed(HELD.plusDays(4))),
                List.of(), AS_OF).orElseThrow().derivation().toString()).contains("报备在 2024-03-24，举办在 2024-03-20");
    }

    /** Every occasion by itself, from the words of the notice: filed (approved) no later than it was held. */
    @Test
    void aThousandRandomOccasionsComeOutAsTheNoticeSaysOneByOne() {
        Random random = new Random(8);
        List<OccasionPart> parts = new ArrayList<>();
        Map<String, String> expected = new TreeMap<>();
        LocalDate first = Village.SPRING.days().first();
        long length = ChronoUnit.DAYS.between(first, Village.SPRING.days().last()) + 1;
        for (int i = 0; i < 1000; i++) {
            OccasionState state = List.of(OccasionState.values()).get(random.nextInt(4));
            LocalDate day = first.plusDays(random.nextLong(length));
            LocalDate filed = random.nextInt(3) == 0 ? null : day.plusDays(random.nextInt(15) - 9);
            LocalDate approved = random.nextInt(3) == 0 ? null : day.plusDays(random.nextInt(15) - 9);
            Set<Paper> owes = switch (random.nextInt(3)) {
                case 0 -> Set.of();
                case 1 -> Set.of(Paper.FILING);
                default -> EnumSet.allOf(Paper.class);
            };
            String source = "s" + i;
            parts.add(planning(source, day, state, owes, filed, approved));
            if (state == OccasionState.HELD || state == OccasionState.PLANNED) {
                if (!owes.isEmpty()) {
                    expected.put("Q08/山村共同体/" + source + "/2023-2024-2", expected(day, filed));
                }
                if (owes.contains(Paper.PLAN)) {
                    expected.put("Q09/山村共同体/" + source + "/2023-2024-2", expected(day, approved));
                }
            }
        }
        assertThat(papers(CHARTER, AS_OF, parts.toArray(OccasionPart[]::new))).isEqualTo(expected);

        Tally tally = new Tally(new Counting(CHARTER, Village.world()), List.of(), first);
        parts.forEach(tally::add);
        tally.advanceTo(AS_OF);
        Map<String, String> kept = new TreeMap<>();
        tally.progress().stream().filter(each -> Set.of("Q08", "Q09").contains(each.key().duty()))
                .forEach(each -> kept.put(each.key().toString(), each.status().word() + " " + each.counted()));
        assertThat(kept).isEqualTo(expected);
        parts.forEach(tally::withdraw);
        assertThat(tally.progress()).noneMatch(each -> Set.of("Q08", "Q09").contains(each.key().duty()));
    }

    private static String expected(LocalDate day, @Nullable LocalDate paper) {
        boolean inTime = paper != null && !paper.isAfter(day) && !paper.isAfter(AS_OF);
        return inTime ? "met 1" : day.isBefore(AS_OF) ? "missed 0" : "open 0";
    }
}
