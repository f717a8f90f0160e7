package org.jiaogongti.platform.school.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.school.Site;
import org.junit.jupiter.api.Test;

class LessonClashesTest {

    private static final UUID TEACHER = new UUID(0, 9);
    private static final Site MAIN = Site.main(new UUID(0, 1));
    private static final Site POINT = new Site(new UUID(0, 1), "教学点");

    private static Lesson lesson(Site site, int grade, DayOfWeek day, int period, UUID teacher) {
        return new Lesson("2024-2025-1", site, new ClassName(grade, 1), day, period, "语文", teacher);
    }

    @Test
    void nobodyIsAtTwoPlacesInOnePeriod() {
        Lesson held = lesson(MAIN, 3, DayOfWeek.MONDAY, 2, TEACHER);
        LessonClashes clashes = new LessonClashes(List.of(held));
        assertThat(clashes.against(lesson(POINT, 1, DayOfWeek.MONDAY, 2, TEACHER))).contains(held);
        assertThat(clashes.against(lesson(POINT, 1, DayOfWeek.MONDAY, 3, TEACHER))).isEmpty();
        assertThat(clashes.against(lesson(POINT, 1, DayOfWeek.TUESDAY, 2, TEACHER))).isEmpty();
        assertThat(clashes.against(lesson(POINT, 1, DayOfWeek.MONDAY, 2, new UUID(0, 8)))).isEmpty();
    }

    @Test
    void twoClassesInOneRoomAreNoClash() {
        LessonClashes clashes = new LessonClashes(List.of(lesson(POINT, 1, DayOfWeek.MONDAY, 1, TEACHER)));
        assertThat(clashes.against(lesson(POINT, 2, DayOfWeek.MONDAY, 1, TEACHER))).isEmpty();
    }
}
