package org.jiaogongti.platform.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Kind;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.activity.ActivityKind.Ask;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.ActivityKind.Need;
import org.junit.jupiter.api.Test;

/** The shipped kinds against the notice and against what duties count. */
class KindFileTest {

    private final ActivityKinds kinds = ActivityKinds.shipped();

    @Test
    void everyKindStandsInTheNotice() {
        Charter charter = Charters.bundled("fenghua-2019");
        assertThat(kinds.all()).hasSizeGreaterThan(20).allSatisfy(kind -> {
            assertThat(charter.notice().clause(kind.clause())).as(kind.code() + " " + kind.clause()).isPresent();
            assertThat(kind.gate() == Gate.NONE || charter.notice().clause(kind.gateClause()).isPresent())
                    .as(kind.code()).isTrue();
        });
    }

    /** One word for a thing: a duty and the form call it the same. */
    @Test
    void everyKindOfADutyIsThereUnderItsName() {
        for (Kind kind : Kind.values()) {
            assertThat(kinds.get(kind.code()).name()).isEqualTo(kind.word());
        }
    }

    @Test
    void namesAreNotTakenTwiceAndNothingIsAskedTwice() {
        Set<String> names = new HashSet<>();
        assertThat(kinds.all()).allSatisfy(kind -> {
            assertThat(names.add(kind.name())).as(kind.name()).isTrue();
            assertThat(kind.shortName().equals(kind.name()) || names.add(kind.shortName())).as(kind.shortName())
                    .isTrue();
            Set<Need> twice = new HashSet<>(kind.needs());
            twice.retainAll(kind.asks());
            assertThat(twice).as(kind.code()).isEmpty();
            assertThat(kind.fields().stream().map(Ask::field)).as(kind.code()).doesNotHaveDuplicates();
        });
    }

    /** What guidance groups do is checked first; what a collective activity is, is filed; the rest is free. */
    @Test
    void gatesAreThoseOfTheClause() {
        assertThat(kinds.get("joint-planning").gate()).isEqualTo(Gate.CHECKED_AND_FILED);
        assertThat(kinds.get("demonstration-lesson").gate()).isEqualTo(Gate.FILED);
        assertThat(kinds.get("guidance-visit").gate()).isEqualTo(Gate.NONE);
    }
}
