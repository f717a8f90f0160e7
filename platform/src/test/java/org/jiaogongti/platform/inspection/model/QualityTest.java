package org.jiaogongti.platform.inspection.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.inspection.By;
import org.jiaogongti.platform.inspection.Sample.Check;
import org.jiaogongti.platform.inspection.Sample.Drawn;
import org.jiaogongti.platform.inspection.Sample.Verdict;
import org.jiaogongti.platform.inspection.SampledQuality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What drawn records say of a school, counted by hand. */
final class QualityTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final LocalDate DAY = LocalDate.of(2024, 11, 20);

    private static Drawn drawn(int number, int occasion, UUID school, @Nullable Verdict verdict, String... duties) {
        UUID id = new UUID(3, number);
        return new Drawn(id, new UUID(2, 0), number, new UUID(4, occasion), school, "lesson", DAY, Set.of(duties),
                verdict == null
                        ? null
                        : new Check(new UUID(5, number), id, verdict, "", new By(ONE, "示例督学01", DAY)));
    }

    @Test
    void recordsAreCountedForEachDutyTheyServedAndDrawnTwiceOnce() {
        assertThat(Quality.of(List.of(drawn(1, 1, ONE, Verdict.GENUINE, "q04", "q07"),
                drawn(2, 2, ONE, Verdict.UNTRUE, "q04"), drawn(3, 3, ONE, Verdict.UNCLEAR, "q04"),
                drawn(4, 4, ONE, null, "q04"), drawn(5, 5, OTHER, Verdict.GENUINE, "q04"),
                drawn(6, 2, ONE, Verdict.GENUINE, "q04"), drawn(7, 6, ONE, Verdict.GENUINE)))).containsExactly(
                        new SampledQuality(ONE, "q04", 2, 0, 1), new SampledQuality(ONE, "q07", 1, 0, 0),
                        new SampledQuality(OTHER, "q04", 1, 0, 0));
        assertThat(new SampledQuality(ONE, "q04", 2, 1, 5).decided()).isEqualTo(3);
    }
}
