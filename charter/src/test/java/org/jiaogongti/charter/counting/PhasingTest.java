package org.jiaogongti.charter.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.SmallWorld;
import org.jiaogongti.charter.worlds.Village;
import org.junit.jupiter.api.Test;

/** Phases gate what is due: what the notice names days for belongs to one phase, and an ended round owes nothing more. */
class PhasingTest {

    private static final Charter CHARTER = Charters.bundled("fenghua-2019");
    private static final Period FIRST = term("2019-2020-1", "2019-09-01", "2020-01-17", "2019-11-11");
    private static final Period LAST = term("2022-2023-1", "2022-09-01", "2023-01-13", "2022-11-07");
    private static final Period AFTER = term("2023-2024-1", "2023-09-01", "2024-01-19", "2023-11-06");
    private static final List<Period> TERMS = List.of(FIRST, LAST, AFTER);

    private static Period term(String name, String first, String last, String midterm) {
        return new Period(name, PeriodKind.TERM, new DateRange(LocalDate.parse(first), LocalDate.parse(last)),
                LocalDate.parse(midterm));
    }

    private static Map<String, Integer> due(Charter charter, int round, int phase) {
        Round of = charter.rounds().get(round);
        Phase in = charter.phases(of, of.days().last()).get(phase);
        Map<String, Integer> due = new TreeMap<>();
        Phasing.due(charter, TERMS, in).forEach(each -> due.put(each.duty().id(), each.times()));
        return due;
    }

    @Test
    void whatTheNoticeNamesDaysForFallsDueInItsPhaseAndInNoOther() {
        assertThat(due(CHARTER, 0, 0)).containsEntry("Q27", 1).doesNotContainKeys("Q28", "Q21");
        assertThat(due(CHARTER, 0, 1)).doesNotContainKeys("Q27", "Q28").containsEntry("Q21", 1);
        assertThat(due(CHARTER, 0, 2)).containsOnlyKeys("Q28");
        assertThat(due(CHARTER, 1, 1)).as("the second round has its own appraisal").containsEntry("Q28", 1)
                .doesNotContainKey("Q27");
    }

    @Test
    void aTermFallsDueInThePhaseInWhichItEndsAndAWindowWhereTheWindowDoes() {
        // The first term's middle week, 11 to 17 November 2019, lies in the preparation; its lessons may be held until January.
        assertThat(due(CHARTER, 0, 0)).containsEntry("Q15", 1);
        // The term that ends on 13 January 2023 ends in the second round.
        assertThat(due(CHARTER, 1, 0)).containsEntry("Q21", 2).containsEntry("Q15", 1);
    }

    @Test
    void laterLawTakesWhatItSuspendsOutOfItsPhase() {
        Charter charter = CHARTER.with(Charters.bundledOverlay("moe-exams-2021"));

        assertThat(due(charter, 1, 0)).doesNotContainKey("Q15").containsEntry("Q21", 2);
        assertThat(due(charter, 0, 0)).as("before the law").containsEntry("Q15", 1);
    }

    /** The reading by which the second round has no duties of its own closes it: no instance, and nothing counts there. */
    @Test
    void whereARoundOwesNothingNoInstanceOfItsPeriodsExists() {
        SmallWorld village = Village.world();
        SmallWorld world = new SmallWorld(TERMS, village.schools(), village.teacherNumbers(), village.groups(),
                village.weak());
        Charter closed = CHARTER.reading("第二轮的责任", "不沿用");

        assertThat(new Counting(CHARTER, world).instances()).extracting(each -> each.key().period())
                .contains("2022-2023-1", "2023-2024-1");
        assertThat(new Counting(closed, world).instances()).extracting(each -> each.key().period())
                .contains("2022-2023-1").doesNotContain("2023-2024-1");
        assertThat(new Counting(closed, world)
                .contributionsOf(Village.lessons("a", "2023-10-10", Village.NEAR, 2))).isEmpty();
        assertThat(due(closed, 1, 0)).containsEntry("Q21", 1);
    }
}
