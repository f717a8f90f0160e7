package org.jiaogongti.platform.goal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.goal.Given;
import org.jiaogongti.platform.goal.Given.Found;
import org.jspecify.annotations.Nullable;
import org.jiaogongti.platform.shell.TypedNumber;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static final Charter CHARTER = Charters.bundled("fenghua-2019");
    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);

    private static Goal goal(String id) {
        return CHARTER.goal(id).orElseThrow();
    }

    private static Found found(@Nullable String value, @Nullable String error, @Nullable Integer freedom,
            @Nullable Integer people) {
        return new Found(value == null ? null : new BigDecimal(value), error == null ? null : new BigDecimal(error),
                freedom, people, "报告");
    }

    @Test
    void onlyWhatIsMeasuredOrJudgedIsEntered() {
        assertThat(CHARTER.goals().stream().filter(Check::entered).map(Goal::id)).containsExactly("G4", "G5", "G6");
    }

    @Test
    void eachFieldSaysWhatIsWrongWithIt() {
        Goal monitoring = goal("G5");

        assertThat(Check.problems(monitoring, found("3", "1.5", 20, 1240))).isEmpty();
        assertThat(Check.problems(monitoring, found("3", null, null, null))).isEmpty();
        assertThat(Check.problems(monitoring, found(null, null, null, 10))).containsOnlyKeys("value");
        assertThat(Check.problems(monitoring, found("1000000", null, null, null))).containsOnlyKeys("value");
        assertThat(Check.problems(monitoring, found("0.1234567", null, null, null))).containsOnlyKeys("value");
        assertThat(Check.problems(monitoring, found("3", "-1", null, null))).containsOnlyKeys("error");
        assertThat(Check.problems(monitoring, found("3", null, 20, null))).containsOnlyKeys("freedom");
        assertThat(Check.problems(monitoring, found("3", "1", 0, 0))).containsOnlyKeys("freedom", "people");
        assertThat(Check.problems(monitoring, new Found(BigDecimal.ONE, null, null, null, "")))
                .containsOnlyKeys("source");
        assertThat(Check.problems(goal("G4"), found("5", null, null, null))).containsOnlyKeys("value");
        assertThat(Check.problems(goal("G4"), found("2.0", null, null, null))).isEmpty();
        assertThat(Check.problems(goal("G3"), found("101", null, null, null))).containsOnlyKeys("value");
    }

    @Test
    void theDayLiesInARoundAndNotAfterToday() {
        for (String wrong : new String[]{"2024-11-21", "2019-09-30", "2026-01-01"}) {
            assertThat(Check.problems(CHARTER, goal("G5"), given(LocalDate.parse(wrong)), TODAY)).as(wrong)
                    .containsOnlyKeys("day");
        }
        assertThat(Check.problems(CHARTER, goal("G5"), given(null), TODAY)).containsOnlyKeys("day");
        assertThat(Check.problems(CHARTER, goal("G5"), given(TODAY), TODAY)).isEmpty();
    }

    private static Given given(@Nullable LocalDate day) {
        return new Given("G5", null, day, "", found("3", "1", null, null));
    }

    @Test
    void ofASmallGroupNothingIsKeptButThatItWasMeasured() {
        assertThat(Check.problems(goal("G5"), found(null, null, null, 9))).isEmpty();
        assertThat(Check.kept(found("31.7", "4", 8, 9))).isEqualTo(found(null, null, null, 9));
        assertThat(Check.kept(found("31.7", "4", 8, 10))).isEqualTo(found("31.7", "4", 8, 10));
    }

    @Test
    void numbersAreTakenAsPeopleTypeThem() {
        assertThat(TypedNumber.of("−19.5")).isEqualByComparingTo("-19.5");
        assertThat(TypedNumber.of(" １２．５ ")).isEqualByComparingTo("12.5");
        assertThat(TypedNumber.of("96%")).isEqualByComparingTo("96");
        assertThat(TypedNumber.of("很高")).isNull();
        assertThat(TypedNumber.of("1,240")).isNull();
        assertThat(TypedNumber.of("")).isNull();
    }
}
