package org.jiaogongti.platform.advice.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.advice.Recommendation.Standing;
import org.jiaogongti.platform.advice.RecommendationStep.What;
import org.junit.jupiter.api.Test;

/** What becomes of a recommendation, by hand and through every course of four steps. */
class CourseTest {

    @Test
    void whatWasSaidLastStandsAndTakingBackUndoesOne() {
        assertThat(Course.after(List.of())).isEqualTo(Standing.GIVEN);
        assertThat(Course.after(List.of(What.ADOPTED, What.DONE))).isEqualTo(Standing.DONE);
        assertThat(Course.after(List.of(What.ADOPTED, What.DONE, What.TAKEN_BACK))).isEqualTo(Standing.ADOPTED);
        assertThat(Course.after(List.of(What.DECLINED, What.PARTLY, What.TAKEN_BACK))).isEqualTo(Standing.DECLINED);
        assertThat(Course.after(List.of(What.DECLINED, What.TAKEN_BACK))).isEqualTo(Standing.GIVEN);
    }

    @Test
    void onlyWhatWasAdoptedIsCarriedOutAndADoneOneIsOnlyTakenBack() {
        assertThat(Course.next(Standing.GIVEN)).containsExactlyInAnyOrder(What.ADOPTED, What.PARTLY, What.DECLINED);
        assertThat(Course.next(Standing.DECLINED)).doesNotContain(What.DONE);
        assertThat(Course.next(Standing.DONE)).isEqualTo(Set.of(What.TAKEN_BACK));
    }

    /** Undoing everything that was allowed leads back through the same standings to the beginning. */
    @Test
    void everyAllowedCourseCanBeTakenBackToItsBeginning() {
        List<List<What>> courses = new ArrayList<>(List.of(List.of()));
        for (int length = 0; length < 4; length++) {
            List<List<What>> longer = new ArrayList<>();
            for (List<What> course : courses) {
                for (What next : Course.next(Course.after(course))) {
                    List<What> further = new ArrayList<>(course);
                    further.add(next);
                    longer.add(further);
                }
            }
            courses = longer;
            for (List<What> course : courses) {
                long back = course.stream().filter(What.TAKEN_BACK::equals).count();
                List<What> undone = new ArrayList<>(course);
                for (long left = course.size() - 2 * back; left > 0; left--) {
                    assertThat(Course.next(Course.after(undone))).as(undone.toString()).contains(What.TAKEN_BACK);
                    undone.add(What.TAKEN_BACK);
                }
                assertThat(Course.after(undone)).as(undone.toString()).isEqualTo(Standing.GIVEN);
                assertThat(Course.next(Course.after(undone))).doesNotContain(What.TAKEN_BACK);
            }
        }
        assertThat(courses).hasSizeGreaterThan(50);
    }
}
