package org.jiaogongti.charter.explaining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.RandomWorlds;
import org.jiaogongti.charter.worlds.SmallWorld;
import org.jiaogongti.charter.worlds.Village;
import org.junit.jupiter.api.Test;

/** Every number opens down to its records and up to the quoted characters. */
class ExplainingTest {

    private static final Charter CHARTER = Charters.bundled("fenghua-2019");
    private static final LocalDate MAY = LocalDate.of(2024, 5, 20);
    private static final InstanceKey LESSONS = new InstanceKey("Q21", Village.LEAD, "-", "2023-2024-2");

    private static Explanation explain(Charter charter, InstanceKey key, List<Waiver> waivers, Fact... facts) {
        return new Explaining(new Counting(charter, Village.world()), Names.AS_THEY_ARE)
                .explain(key, List.of(facts), waivers, MAY).orElseThrow();
    }

    @Test
    void aDistrictsOwnKindIsCalledByTheNameItWasGiven() {
        Wording wording = new Wording(id -> id.equals("own-1a2b3c4d") ? "阅读指导进校" : id);
        assertThat(wording.kind("own-1a2b3c4d")).isEqualTo("阅读指导进校");
        assertThat(wording.kind("lecture")).isEqualTo("专题讲座");
        assertThat(new Wording(Names.AS_THEY_ARE).kind("own-1a2b3c4d")).isEqualTo("own-1a2b3c4d");
    }

    @Test
    void theArithmeticAndTheQuoteAreShown() {
        Explanation explanation = explain(CHARTER, LESSONS, List.of(),
                Village.lessons("a", "2024-03-06", Village.FAR, 2),
                Village.lessons("b", "2024-03-05", Village.NEAR, 3));

        assertThat(explanation.counted()).extracting(item -> item.fact().source()).containsExactly("b", "a");
        assertThat(explanation.derivation().indented()).contains("3 + 2 = 5", "还差 15 − 5 = 10", "三(三)4",
                "“每学期组织学科优秀教师到成员校上示范课15节以上”", "读法：节数怎么合计", "现行“合计”", "在成员校举办");
        String quote = explanation.duty().head().quote().text();
        assertThat(explanation.clause().text().substring(explanation.quoteOffset(),
                explanation.quoteOffset() + quote.length())).isEqualTo(quote);
    }

    @Test
    void whatNearlyCountsIsShownWithEveryReason() {
        Explanation explanation = explain(CHARTER, LESSONS, List.of(),
                Village.in(Village.lessons("a", "2024-03-06", Village.LEAD, 2), OccasionState.CANCELLED),
                Village.lessons("b", "2024-06-05", Village.NEAR, 3),
                Village.lessons("c", "2023-10-05", Village.NEAR, 3));

        assertThat(explanation.counted()).isEmpty();
        assertThat(explanation.notCounted()).hasSize(2);
        assertThat(explanation.notCounted().getFirst().reasons()).containsExactly(
                new Reason.NotHeld(OccasionState.CANCELLED),
                new Reason.WrongHost(List.of(Village.NEAR, Village.FAR), Village.LEAD));
        assertThat(explanation.notCounted().getLast().reasons())
                .containsExactly(new Reason.StillToCome(LocalDate.of(2024, 6, 5)));
        assertThat(explanation.derivation().indented()).contains("已取消", "举办地是中心小学", "应在河边小学或山顶小学");
    }

    @Test
    void planningADayBesideItsWindowIsANearMiss() {
        Explanation explanation = explain(CHARTER, new InstanceKey("Q14", Village.COMMUNITY, "数学", "2023-2024-2"),
                List.of(), Village.planning("a", "1", "2024-02-26", "数学", Village.FAR));

        assertThat(explanation.notCounted()).singleElement()
                .satisfies(item -> assertThat(item.reasons().getFirst()).isInstanceOf(Reason.OutsideWindow.class));
        assertThat(explanation.derivation().indented()).contains("2024-02-19 至 2024-02-25");
    }

    @Test
    void fourOfNinePeopleAreNamed() {
        Explanation explanation = explain(CHARTER, new InstanceKey("Q24", Village.NEAR, "-", "2023-2024-2"), List.of(),
                Village.visit("a", "2024-03-05", Village.NEAR, 4), Village.visit("b", "2024-03-05", Village.FAR, 4));

        assertThat(explanation.notCounted()).hasSize(1);
        assertThat(explanation.derivation().indented()).contains("河边小学参加 4 人，需要 9 人");
    }

    @Test
    void aDecisionAndALaterLawAreShown() {
        Waiver waiver = new Waiver(LESSONS, 10, MAY.minusDays(1));
        assertThat(explain(CHARTER, LESSONS, List.of(waiver)).derivation().indented()).contains("减办为 10");

        Charter later = CHARTER.with(Charters.bundledOverlay("moe-exams-2021"));
        Explanation suspended = explain(later, new InstanceKey("Q15", Village.COMMUNITY, "-", "2023-2024-2"),
                List.of());
        assertThat(suspended.progress().status()).isEqualTo(Status.SUSPENDED);
        assertThat(suspended.derivation().indented()).contains("教育部办公厅关于加强义务教育学校考试管理的通知", "暂停");
    }

    @Test
    void twoPartsOfOneOccasionAreExplained() {
        Explanation explanation = explain(CHARTER,
                new InstanceKey("Q13", Village.COMMUNITY, "山顶小学/英语", "2023-2024-2"), List.of(),
                Village.planning("a", "1", "2024-03-05", "英语", Village.FAR),
                Village.planning("a", "2", "2024-03-05", "英语", Village.FAR));

        assertThat(explanation.counted()).hasSize(1);
        assertThat(explanation.notCounted()).singleElement()
                .satisfies(item -> assertThat(item.reasons()).containsExactly(new Reason.CountedOnce("1")));
    }

    @Test
    void theExplanationComesToTheSameNumberAsTheEvaluation() {
        for (long seed = 7000; seed < 7006; seed++) {
            RandomWorlds random = new RandomWorlds(seed);
            SmallWorld world = random.world();
            List<Fact> facts = random.facts(world, 60);
            LocalDate asOf = random.asOf(world);
            Counting counting = new Counting(CHARTER, world);
            Explaining explaining = new Explaining(counting, Names.AS_THEY_ARE);
            for (Progress progress : Evaluation.of(counting, facts, List.of(), asOf).progress()) {
                if (progress.counted() > 0) {
                    assertThat(explaining.explain(progress.key(), facts, List.of(), asOf))
                            .as("seed " + seed + " " + progress.key())
                            .hasValueSatisfying(why -> assertThat(why.progress()).isEqualTo(progress));
                }
            }
        }
    }

    @Test
    void whatDoesNotExistHasNoExplanation() {
        assertThat(new Explaining(new Counting(CHARTER, Village.world()), Names.AS_THEY_ARE)
                .explain(new InstanceKey("Q99", "x", "-", "y"), List.of(), List.of(), MAY)).isEmpty();
    }
}
