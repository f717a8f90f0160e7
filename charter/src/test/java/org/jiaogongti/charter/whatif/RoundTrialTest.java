package org.jiaogongti.charter.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.revising.Grounds;
import org.jiaogongti.charter.revising.Revision;
import org.jiaogongti.charter.whatif.RoundTrial.Result;
import org.jiaogongti.charter.worlds.RandomWorlds;
import org.jiaogongti.charter.worlds.SmallWorld;
import org.jiaogongti.charter.worlds.Village;
import org.junit.jupiter.api.Test;

/** The next round's charter tried on what a round came to; by hand, and against evaluating everything. */
class RoundTrialTest {

    private static final Charter CHARTER = Charters.bundled("fenghua-2019");
    private static final Round TWO = CHARTER.rounds().getLast();
    private static final LocalDate AFTER = LocalDate.of(2025, 1, 1);
    private static final Grounds GROUNDS = new Grounds("示例领导01", "示例文", "");
    private static final Difference TRIED = new Difference("fenghua-2019", "第二轮", LocalDate.of(2025, 2, 17),
            List.of(new Revision.Renumbered("Q21", new Quantity.AtLeast(12), GROUNDS),
                    new Revision.Renumbered("Q13", new Quantity.AtLeast(4), GROUNDS),
                    new Revision.Dropped("Q12", GROUNDS)));

    /** 13 lessons in autumn, 15 in spring; 3 plannings for the one weak subject in spring, one lesson disputed. */
    @Test
    void whatOneRoundCameToIsComparedWithWhatItWouldHaveComeTo() {
        List<Fact> facts = new ArrayList<>(List.of(Village.lessons("a", "2023-10-09", Village.NEAR, 13),
                Village.lessons("b", "2024-03-05", Village.NEAR, 15),
                Village.in(Village.lessons("c", "2024-03-06", Village.FAR, 4), OccasionState.DISPUTED)));
        for (int day = 1; day <= 3; day++) {
            facts.add(Village.planning("p" + day, "1", "2024-04-0" + day, "英语", Village.FAR));
        }
        Waiver waived = new Waiver(new InstanceKey("Q22", Village.LEAD, "-", "2023-2024-1"), null,
                LocalDate.of(2024, 1, 2));

        RoundTrial trial = RoundTrial.of(Village.world(), Village.COMMUNITY, CHARTER, TRIED, TWO, facts,
                List.of(waived), AFTER);

        // autumn 13 of 15 missed, spring 15 of 15 met; under 12 both are met
        assertThat(trial.duties().get("Q21")).isEqualTo(new RoundTrial.Sides(
                new Result(1, 0, 1, 0, 0, 0, 1, 30, 2), new Result(2, 0, 0, 0, 0, 0, 0, 24, 0)));
        // autumn 0 of 3, spring 3 of 3; under 4 both fall short: 4 + 1
        assertThat(trial.duties().get("Q13")).isEqualTo(new RoundTrial.Sides(
                new Result(1, 0, 1, 0, 0, 0, 0, 6, 3), new Result(0, 0, 2, 0, 0, 0, 0, 8, 5)));
        assertThat(trial.duties().get("Q12")).isEqualTo(
                new RoundTrial.Sides(new Result(0, 0, 1, 0, 0, 0, 0, 1, 1), Result.NONE));
        assertThat(trial.duties().get("Q22")).as("not touched: the same on both sides")
                .matches(sides -> sides.now().equals(sides.then()) && sides.now().waived() == 1);
        assertThat(trial.changes()).filteredOn(WhatIf.Change::fails).extracting(each -> each.key().toString())
                .containsExactly("Q13/山村共同体/山顶小学/英语/2023-2024-1", "Q13/山村共同体/山顶小学/英语/2023-2024-2");
        assertThat(trial.changes()).hasSize(5);
        assertThat(RoundTrial.of(Village.world(), Village.COMMUNITY, CHARTER, TRIED, CHARTER.rounds().getFirst(), facts,
                List.of(), AFTER).changes()).as("nothing of round one").isEmpty();
    }

    /** The sums over communities are those of one evaluation of everything under each charter. */
    @Test
    void oneCommunityAfterTheOtherGivesWhatAWholeEvaluationGives() {
        for (int seed = 1; seed <= 15; seed++) {
            RandomWorlds random = new RandomWorlds(seed);
            SmallWorld world = random.world();
            List<Fact> facts = random.facts(world, 150);
            LocalDate asOf = random.asOf(world);
            for (Round round : CHARTER.rounds()) {
                Map<String, Integer> expected = whole(world, CHARTER, round, facts, asOf);
                Map<String, Integer> expectedThen = whole(world, TRIED.always(CHARTER), round, facts, asOf);
                Map<String, Integer> now = new HashMap<>();
                Map<String, Integer> then = new HashMap<>();
                for (String community : world.communities()) {
                    RoundTrial.of(world, community, CHARTER, TRIED, round, facts, List.of(), asOf).duties()
                            .forEach((duty, sides) -> {
                                add(now, duty, sides.now());
                                add(then, duty, sides.then());
                            });
                }
                assertThat(now).as("seed " + seed).isEqualTo(expected);
                assertThat(then).as("seed " + seed).isEqualTo(expectedThen);
            }
        }
    }

    private static void add(Map<String, Integer> sums, String duty, Result result) {
        Map.of("met", result.met(), "missed", result.missed(), "open", result.open(), "left", result.left())
                .forEach((what, number) -> {
                    if (number > 0) {
                        sums.merge(duty + " " + what, number, Integer::sum);
                    }
                });
    }

    private static Map<String, Integer> whole(SmallWorld world, Charter charter, Round round, List<Fact> facts,
            LocalDate asOf) {
        Map<String, Integer> sums = new HashMap<>();
        Counting counting = new Counting(charter, world);
        for (Progress each : Evaluation.of(counting, facts, List.of(), asOf).progress()) {
            boolean inside = counting.period(each.key().period()).flatMap(charter::roundOf).filter(round::equals)
                    .isPresent();
            if (inside && each.status() != Status.OPTIONAL) {
                sums.merge(each.key().duty() + " " + switch (each.status()) {
                    case MET -> "met";
                    case MISSED -> "missed";
                    case OPEN, NOT_YET -> "open";
                    case OPTIONAL, WAIVED, SUSPENDED -> throw new AssertionError(each);
                }, 1, Integer::sum);
                if (each.left() > 0) {
                    sums.merge(each.key().duty() + " left", each.left(), Integer::sum);
                }
            }
        }
        return sums;
    }
}
