package org.jiaogongti.platform.activity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.Step.What;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final LocalDate ENTERED = LocalDate.of(2024, 11, 14);
    private static final UUID OWN = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    @Test
    void objectionTakesItOutUntilTheSchoolAgrees() {
        assertThat(verdict(What.RECORDED, What.NOT_SO).disputed()).isTrue();
        Verdict agreed = verdict(What.RECORDED, What.NOT_SO, What.CHANGED, What.CAME);
        assertThat(agreed.disputed()).isFalse();
        assertThat(agreed.settled()).isTrue();
    }

    @Test
    void bureauDecidesAndThenOnlyTheBureauReopens() {
        Verdict decided = verdict(What.RECORDED, What.NOT_SO, What.STANDS);
        assertThat(decided.disputed()).isFalse();
        assertThat(decided.allows(occasion(List.of()), OTHER, What.NOT_SO, ENTERED)).isFalse();
        assertThat(verdict(What.RECORDED, What.NOT_SO, What.STANDS, What.REOPENED).disputed()).isTrue();
    }

    @Test
    void theSeventhDayIsTheLastForAnObjection() {
        Verdict silent = verdict(What.RECORDED);
        assertThat(silent.allows(occasion(List.of()), OTHER, What.NOT_SO, ENTERED.plusDays(7))).isTrue();
        assertThat(silent.allows(occasion(List.of()), OTHER, What.NOT_SO, ENTERED.plusDays(8))).isFalse();
        assertThat(silent.allows(occasion(List.of()), OWN, What.NOT_SO, ENTERED)).isFalse();
    }

    @Test
    void whatChangesAsksAgain() {
        assertThat(verdict(What.RECORDED, What.CAME, What.CHANGED).answers()).isEmpty();
        assertThat(verdict(What.RECORDED, What.CAME, What.AMENDED).answers()).containsEntry(OTHER, What.CAME);
    }

    @Test
    void joinedEntriesCountOnceWithThePartsOfBoth() {
        Occasion first = occasion(List.of(new Occasion.Part("outreach-lesson", 1)));
        Occasion second = occasion(
                List.of(new Occasion.Part("outreach-lesson", 2), new Occasion.Part("demonstration-lesson", 1)));
        var facts = Facts.of(first, List.of(second), ActivityKinds.shipped()::gate);
        assertThat(facts).extracting("kind").containsExactly("outreach-lesson", "demonstration-lesson");
        assertThat(facts).extracting("lessons").containsExactly(1, 1);
        assertThat(facts).allMatch(fact -> fact.source().equals(first.id().toString())
                && fact.state() == OccasionState.HELD);
    }

    private static Verdict verdict(What... whats) {
        List<Step> steps = new ArrayList<>();
        for (What what : whats) {
            @Nullable
            UUID school = what == What.NOT_SO || what == What.CAME ? OTHER : null;
            steps.add(new Step(what, school, "", OWN, "示例教师01", ENTERED, Instant.EPOCH.plusSeconds(steps.size())));
        }
        return Verdict.of(steps);
    }

    private static Occasion occasion(List<Occasion.Part> parts) {
        List<Occasion.Part> given = parts.isEmpty() ? List.of(new Occasion.Part("lecture", 1)) : parts;
        return new Occasion(UUID.randomUUID(), 1,
                new Occasion.Said(ENTERED, "", new UUID(2, 1), OWN, OTHER, OWN, null, List.of(), given, null, List.of(),
                        "", "", Map.of()),
                Occasion.State.HELD, false, new Occasion.Entry(OWN, "", Instant.EPOCH, ENTERED, ENTERED), null, null,
                List.of(OTHER));
    }
}
