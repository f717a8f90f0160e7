package org.jiaogongti.platform.activity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.model.Conflict.Matter;
import org.junit.jupiter.api.Test;

/** Two versions of one occasion: nothing that differs is missed, nothing that is the same is asked for. */
class ConflictTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final LocalDate DAY = LocalDate.of(2024, 11, 6);

    private static Said said(List<Part> parts, List<String> grades, String topic) {
        return new Said(DAY, "am", ONE, ONE, TWO, ONE, Rank.BACKBONE, List.of("甲"), parts, "数学", grades, "", topic,
                Map.of(TWO, 3));
    }

    private static final Said MINE = said(List.of(new Part("a", 1), new Part("b", 2), new Part("c", 1)),
            List.of("四", "五"), "分数");

    @Test
    void theOrderOfTicksIsNoDifference() {
        Said ticked = said(List.of(new Part("a", 1), new Part("c", 1), new Part("b", 2)), List.of("五", "四"), "分数");
        assertThat(Conflict.between(MINE, ticked)).isEmpty();
    }

    @Test
    void anotherMainKindIsADifferenceEvenOfTheSameParts() {
        Said other = said(List.of(new Part("b", 2), new Part("a", 1), new Part("c", 1)), List.of("四", "五"), "分数");
        assertThat(Conflict.between(MINE, other)).containsExactly(Matter.KIND);
    }

    @Test
    void everyMatterIsSeenAlone() {
        Said theirs = new Said(DAY.plusDays(1), "am", ONE, ONE, ONE, TWO, Rank.BACKBONE, List.of("乙"),
                List.of(new Part("a", 2)), "语文", List.of(), "", "小数", Map.of(TWO, 4),
                Map.of("agenda", new FieldValue.Words("x")), List.of(TWO), null);
        assertThat(Conflict.between(MINE, theirs)).isEqualTo(EnumSet.allOf(Matter.class));
        assertThat(Conflict.between(theirs, theirs)).isEmpty();
    }

    private static OccasionEntry entry(String of) {
        return new OccasionEntry(ONE, "school " + of, "date " + of, "part " + of, "host " + of, "leader " + of,
                "rank " + of, "people " + of, "kind " + of, Map.of("lessons", of), "subject " + of, List.of(of),
                "class " + of, "topic " + of, Map.of("people", of), Map.of("field", of), List.of(of), "same " + of);
    }

    @Test
    void whatIsChosenComesFromThereAndNothingElse() {
        OccasionEntry mine = entry("mine");
        OccasionEntry theirs = entry("theirs");
        assertThat(Conflict.taking(mine, theirs, Set.of())).isEqualTo(mine);
        OccasionEntry all = Conflict.taking(mine, theirs, EnumSet.allOf(Matter.class));
        assertThat(all).usingRecursiveComparison().ignoringFields("school", "same").isEqualTo(theirs);
        assertThat(all.school()).as("whose record it is stays").isEqualTo("school mine");
        OccasionEntry some = Conflict.taking(mine, theirs, Set.of(Matter.KIND, Matter.DATE));
        assertThat(List.of(some.date(), some.dayPart(), some.mainKind(), some.topic(), some.host()))
                .containsExactly("date theirs", "part theirs", "kind theirs", "topic mine", "host mine");
        assertThat(some.fields()).containsEntry("field", "theirs");
        assertThat(some.participants()).containsEntry("people", "mine");
    }
}
