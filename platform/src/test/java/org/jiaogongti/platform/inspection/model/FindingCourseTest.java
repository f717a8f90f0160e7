package org.jiaogongti.platform.inspection.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiaogongti.platform.inspection.By;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.inspection.InspectionYears.Found;
import org.jiaogongti.platform.inspection.Finding.State;
import org.jiaogongti.platform.inspection.Finding.Step;
import org.jiaogongti.platform.inspection.Finding.What;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way of a finding against a grammar of all that may be said in a row. */
final class FindingCourseTest {

    private static final LocalDate FOUND = LocalDate.of(2024, 11, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2024, 11, 29);
    private static final UUID SOMEBODY = new UUID(1, 1);
    /** f put right, d objected, b taken back, c closed, r returned, e extended, w withdrawn, u upheld, a accepted, o opened again. */
    private static final String LETTERS = "fdbcrewuao";
    private static final String PUT_RIGHT = "f(?:co)*(?:r|b)";
    private static final Pattern WHOLE = Pattern
            .compile("(?:e|db|du|%s)*(?:f(?:co)*c?|d|w|f(?:co)*w|da)?".formatted(PUT_RIGHT));

    private static Finding finding(State state) {
        return new Finding(SOMEBODY, Finding.Origin.NONE, SOMEBODY, null, "三(二)3", "", "缺", state, DEADLINE, DEADLINE,
                FOUND.plusDays(7), new By(SOMEBODY, "示例督学01", FOUND));
    }

    /** Every sequence of up to five words: those that can be said are those of the grammar. */
    @Test
    void whatCanBeSaidInARowIsTheGrammarsAndNothingElse() {
        int said = 0;
        List<String> rows = new ArrayList<>(List.of(""));
        for (int at = 0; at < rows.size(); at++) {
            String row = rows.get(at);
            State state = state(row);
            assertThat(state != null).as(row).isEqualTo(WHOLE.matcher(row).matches());
            said += state == null ? 0 : 1;
            if (row.length() < 5) {
                LETTERS.chars().forEach(letter -> rows.add(row + (char) letter));
            }
        }
        assertThat(said).as("sequences that are possible").isEqualTo(possible(5));
    }

    /** Counted from the state graph as a matrix, row by row. */
    private static int possible(int longest) {
        int[] now = {1, 0, 0, 0, 0};
        int all = 0;
        for (int length = 0; length <= longest; length++) {
            int open = now[0];
            int right = now[1];
            int disputed = now[2];
            all += open + right + disputed + now[3] + now[4];
            now = new int[]{open + 2 * right + 2 * disputed, open + now[3], open, right, open + right + disputed};
        }
        return all;
    }

    private static @Nullable State state(String row) {
        State state = State.OPEN;
        List<What> words = List.of(What.values());
        for (int letter : row.chars().toArray()) {
            var next = FindingCourse.after(state, words.get(LETTERS.indexOf(letter)));
            if (next.isEmpty()) {
                return null;
            }
            state = next.get();
        }
        return state;
    }

    @Test
    void anObjectionComesOnceInTimeAndBeforeAnythingWasHandedIn() {
        Finding open = finding(State.OPEN);
        assertThat(FindingCourse.next(open, List.of(), FOUND.plusDays(7))).contains(What.DISPUTED);
        assertThat(FindingCourse.next(open, List.of(), FOUND.plusDays(8))).as("too late")
                .doesNotContain(What.DISPUTED);
        assertThat(FindingCourse.next(open, List.of(What.DISPUTED, What.TAKEN_BACK), FOUND)).contains(What.DISPUTED);
        assertThat(FindingCourse.next(open, List.of(What.DISPUTED, What.UPHELD), FOUND)).as("decided already")
                .doesNotContain(What.DISPUTED);
        assertThat(FindingCourse.next(open, List.of(What.RECTIFIED, What.RETURNED), FOUND)).as("it was accepted")
                .isEqualTo(Set.of(What.RECTIFIED, What.EXTENDED, What.WITHDRAWN));
        assertThat(FindingCourse.next(finding(State.WITHDRAWN), List.of(), FOUND)).isEmpty();
    }

    @Test
    void anEarlierDayKnowsNothingOfWhatWasSaidLater() {
        List<Step> steps = List.of(step(What.EXTENDED, 5, DEADLINE.plusDays(10)), step(What.RECTIFIED, 10, null),
                step(What.RETURNED, 12, DEADLINE.plusDays(20)), step(What.RECTIFIED, 15, null),
                step(What.CLOSED, 16, null));
        Finding now = finding(State.CLOSED);
        assertThat(FindingCourse.asOf(now, steps, FOUND.plusDays(4))).extracting(Finding::state, Finding::deadline)
                .containsExactly(State.OPEN, DEADLINE);
        assertThat(FindingCourse.asOf(now, steps, FOUND.plusDays(5)).deadline()).isEqualTo(DEADLINE.plusDays(10));
        assertThat(FindingCourse.asOf(now, steps, FOUND.plusDays(11)).state()).isEqualTo(State.RECTIFIED);
        assertThat(FindingCourse.asOf(now, steps, FOUND.plusDays(13))).extracting(Finding::state, Finding::deadline)
                .containsExactly(State.OPEN, DEADLINE.plusDays(20));
        assertThat(FindingCourse.asOf(now, steps, FOUND.plusDays(16)).state()).isEqualTo(State.CLOSED);
        Found open = new Found(0, 1, 0, 0, 1, 0, 0, 0);
        assertThat(FindingCourse.found(now, steps, FOUND.plusDays(4))).isEqualTo(open);
        assertThat(FindingCourse.found(now, steps, FOUND.plusDays(11))).as("waits to be looked at").isEqualTo(open);
        assertThat(FindingCourse.found(now, List.of(), DEADLINE.plusDays(1)).overdue()).isEqualTo(1);
        assertThat(FindingCourse.found(now, steps, FOUND.plusDays(16)))
                .as("handed in again before the new deadline").isEqualTo(new Found(0, 1, 1, 0, 0, 0, 0, 0));
        assertThat(FindingCourse.found(now,
                List.of(step(What.RECTIFIED, 60, null), step(What.CLOSED, 61, null)), FOUND.plusDays(61)))
                .as("after the deadline").isEqualTo(new Found(0, 1, 0, 1, 0, 0, 0, 0));
    }

    private static Step step(What what, int days, @Nullable LocalDate deadline) {
        return new Step(new UUID(2, days), SOMEBODY, what, "", deadline,
                new By(SOMEBODY, "示例督学01", FOUND.plusDays(days)));
    }
}
