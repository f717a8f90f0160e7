package org.jiaogongti.platform.school.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.platform.school.Lesson;

/**
 * One teacher at two places in the same period. Two classes at one place are none: classes are taught together (合班), and
 * at teaching points two grades sit in one room (复式).
 */
public final class LessonClashes {

    private final Map<String, List<Lesson>> byMoment = new HashMap<>();

    public LessonClashes(Collection<Lesson> lessons) {
        lessons.forEach(this::add);
    }

    public void add(Lesson lesson) {
        byMoment.computeIfAbsent(moment(lesson), _ -> new ArrayList<>()).add(lesson);
    }

    /** The teacher's lesson elsewhere at the same time. */
    public Optional<Lesson> against(Lesson lesson) {
        return byMoment.getOrDefault(moment(lesson), List.of()).stream()
                .filter(other -> !other.site().equals(lesson.site())).findFirst();
    }

    private static String moment(Lesson lesson) {
        return lesson.term() + "\u001F" + lesson.teacher() + "\u001F" + lesson.weekday() + "\u001F" + lesson.period();
    }
}
