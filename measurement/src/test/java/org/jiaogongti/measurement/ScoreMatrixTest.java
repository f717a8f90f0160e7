package org.jiaogongti.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoreMatrixTest {

    private static final ScoreMatrix SMALL = ScoreMatrix.of(List.of("a", "b", "c"),
            new int[][]{{0, 2, ScoreMatrix.MISSING}, {1, 254, 3}, {1, 0, 3}});

    @Test
    void keepsScoresAndMissingAnswersApart() {
        assertThat(SMALL.score(0, 2)).isEqualTo(ScoreMatrix.MISSING);
        assertThat(SMALL.score(1, 1)).isEqualTo(254);
        assertThat(SMALL.answered(2)).isEqualTo(2);
        assertThat(SMALL.complete()).isFalse();
        assertThat(SMALL.counts(0)).containsExactly(1, 2);
        assertThat(SMALL.minimum(1)).isZero();
        assertThat(SMALL.maximum(1)).isEqualTo(254);
    }

    @Test
    void picksItemsAndPersonsAcrossChunks() {
        int persons = ScoreMatrix.CHUNK + 5;
        int[][] rows = new int[persons][];
        for (int i = 0; i < persons; i++) {
            rows[i] = new int[]{i % 2, i % 3, i % 5};
        }
        ScoreMatrix whole = ScoreMatrix.of(List.of("a", "b", "c"), rows);

        assertThat(whole.chunks()).isEqualTo(2);
        assertThat(whole.chunkPersons(1)).isEqualTo(5);
        ScoreMatrix part = whole.persons(persons - 1, 0).items(2, 1);
        assertThat(part.names()).containsExactly("c", "b");
        assertThat(part.score(0, 0)).isEqualTo((persons - 1) % 5);
        assertThat(part.score(0, 1)).isEqualTo((persons - 1) % 3);
    }

    @Test
    void refusesAnItemThatNobodyAnsweredBothWays() {
        assertThatThrownBy(SMALL::requireVaried).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.place()).isEqualTo(new Refused.Place.Column("c"));
            assertThat(refused.getMessage()).contains("所有人都得 3 分");
        });
    }

    @Test
    void refusesWhatAByteCannotHold() {
        assertThatThrownBy(() -> ScoreMatrix.of(List.of("a"), new int[][]{{255}})).isInstanceOf(Refused.class)
                .hasMessageContaining("255");
    }
}
