package org.jiaogongti.charter.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.Waivers.Bearers;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.Village;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One decision of the bureau and the instances it touches. */
class WaiversTest {

    private static final Counting COUNTING = new Counting(Charters.bundled("fenghua-2019"), Village.world());
    private static final LocalDate DECIDED = LocalDate.of(2024, 3, 1);

    private static Waivers.Resolution resolve(Set<String> duties, Bearers bearers, DateRange days,
            @Nullable Integer target, List<Waiver> standing) {
        return Waivers.resolve(
                new Waivers.Decision(duties, bearers, days, target, "台风停课", "示例文件1号", "教育局", DECIDED),
                COUNTING.instances(), standing);
    }

    private static DateRange days(String first, String last) {
        return new DateRange(LocalDate.parse(first), LocalDate.parse(last));
    }

    @Test
    void itCoversInstancesWhoseLastPossibleDayLiesInTheRange() {
        DateRange april = days("2024-04-28", "2024-04-28");

        assertThat(resolve(Set.of("Q15", "Q16"), new Bearers.District(), april, null, List.of()).waivers())
                .as("the mid-term week ends on 28 April, the term in June")
                .containsExactly(
                        new Waiver(new InstanceKey("Q15", Village.COMMUNITY, "-", "2023-2024-2"), null, DECIDED));
        assertThat(resolve(Set.of("Q15"), new Bearers.District(), days("2024-04-29", "2024-12-31"), null, List.of())
                .waivers()).isEmpty();
    }

    @Test
    void itCoversASchoolACommunityOrTheDistrict() {
        DateRange year = days("2023-09-01", "2024-08-31");
        Set<String> duties = Set.of("Q16", "Q21", "Q24");

        assertThat(resolve(duties, new Bearers.School(Village.FAR), year, null, List.of()).waivers())
                .extracting(waiver -> waiver.key().toString())
                .containsExactly("Q24/山顶小学/-/2023-2024-1", "Q24/山顶小学/-/2023-2024-2");
        assertThat(resolve(duties, new Bearers.Community(Village.COMMUNITY), year, null, List.of()).waivers())
                .hasSize(8);
        assertThat(resolve(duties, new Bearers.Community("别的共同体"), year, null, List.of()).waivers()).isEmpty();
        assertThat(resolve(duties, new Bearers.District(), year, null, List.of()).waivers()).hasSize(8);
    }

    @Test
    void anInstanceDecidedAlreadyIsShownAndLeftOut() {
        Waiver earlier = new Waiver(new InstanceKey("Q24", Village.FAR, "-", "2023-2024-2"), 1, DECIDED.minusDays(9));
        Waivers.Resolution resolution = resolve(Set.of("Q24"), new Bearers.School(Village.FAR),
                days("2024-06-01", "2024-06-30"), null, List.of(earlier));

        assertThat(resolution.waivers()).isEmpty();
        assertThat(resolution.alreadyDecided()).containsExactly(earlier);
    }

    @Test
    void aLoweredTargetMustBeBelowTheDutysOwn() {
        DateRange june = days("2024-06-28", "2024-06-28");
        Waivers.Resolution resolution = resolve(Set.of("Q16", "Q21", "Q23"), new Bearers.District(), june, 3,
                List.of());

        assertThat(resolution.waivers()).extracting(waiver -> waiver.key().duty()).containsExactly("Q21");
        assertThat(resolution.notLowered()).extracting(instance -> instance.key().duty()).containsExactly("Q16", "Q23");
    }

    @Test
    void eachActsFromTheDayOfTheDecisionAndMayBeRevoked() {
        InstanceKey key = new InstanceKey("Q21", Village.LEAD, "-", "2023-2024-2");
        Tally tally = new Tally(COUNTING, List.of(new Waiver(key, 2, DECIDED)), DECIDED.minusDays(1));
        tally.add(Village.lessons("a", "2024-02-27", Village.FAR, 2));

        assertThat(tally.progress(key)).hasValueSatisfying(progress -> assertThat(progress.target()).isEqualTo(15));
        tally.advanceTo(DECIDED);
        assertThat(tally.progress(key))
                .hasValueSatisfying(progress -> assertThat(progress.status()).isEqualTo(Status.MET));
        tally.revoke(key);
        assertThat(tally.progress(key))
                .hasValueSatisfying(progress -> assertThat(progress.status()).isEqualTo(Status.OPEN));
    }
}
