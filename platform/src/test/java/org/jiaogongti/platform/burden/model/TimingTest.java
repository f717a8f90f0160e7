package org.jiaogongti.platform.burden.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jiaogongti.platform.burden.FormKind;
import org.junit.jupiter.api.Test;

final class TimingTest {

    private static final Instant SENT = Instant.parse("2024-11-20T08:00:00Z");

    @Test
    void aFormCostsTheTimeItWasOpenUpToTwentyMinutes() {
        assertThat(Timing.seconds(SENT.minusSeconds(95), SENT)).hasValue(95);
        assertThat(Timing.seconds(SENT, SENT)).hasValue(0);
        assertThat(Timing.seconds(SENT.minusSeconds(1_200), SENT)).hasValue(1_200);
        assertThat(Timing.seconds(SENT.minusSeconds(1_201), SENT)).hasValue(1_200);
        assertThat(Timing.seconds(SENT.minusSeconds(12 * 3_600), SENT)).hasValue(1_200);
    }

    @Test
    void whatThePageCountedGoesBeforeTheTimeBetweenAsFarAsItCanBe() {
        assertThat(Timing.seconds(SENT.minusSeconds(7_200), SENT, "95")).hasValue(95);
        assertThat(Timing.seconds(SENT.minusSeconds(7_200), SENT, "1800")).as("nobody was away").hasValue(1_800);
        assertThat(Timing.seconds(SENT.minusSeconds(86_400), SENT, "95")).as("kept on the phone").hasValue(95);
        assertThat(Timing.seconds(SENT.minusSeconds(90), SENT, "91")).hasValue(91);
        assertThat(Timing.seconds(SENT.minusSeconds(90), SENT, "92")).as("more than there was").hasValue(90);
        for (String none : new String[]{"", "-1", "1e3", "９", "null"}) {
            assertThat(Timing.seconds(SENT.minusSeconds(90), SENT, none)).as(none).hasValue(90);
        }
        assertThat(Timing.seconds(SENT.plusSeconds(2), SENT, "0")).isEmpty();
    }

    @Test
    void whatWasKeptTooLongOrComesFromTheFutureSaysNothing() {
        assertThat(Timing.seconds(SENT.minusSeconds(12 * 3_600 + 1), SENT)).isEmpty();
        assertThat(Timing.seconds(SENT.plusSeconds(1), SENT)).isEmpty();
    }

    @Test
    void aRouteBelongsToOneKindOfForm() {
        assertThat(FormKind.of("/activities")).hasValue(FormKind.RECORD);
        assertThat(FormKind.of("/activities/{id}/answers")).hasValue(FormKind.ANSWER);
        assertThat(FormKind.of("/preferences")).isEmpty();
        assertThat(FormKind.of("/activities/preview")).as("looking is not entering").isEmpty();
        for (FormKind kind : FormKind.values()) {
            assertThat(kind.routes()).allSatisfy(route -> assertThat(FormKind.of(route)).hasValue(kind));
        }
    }
}
