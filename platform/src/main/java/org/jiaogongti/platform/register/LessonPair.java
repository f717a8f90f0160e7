package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two schools, or a class of each, that have synchronous lessons with one another.
 *
 * @param to the last day as agreed, or null while none is
 * @param ending when and why it ended before its time, or null
 */
public record LessonPair(UUID id, Two two, List<Form> forms, String agreement, LocalDate from, @Nullable LocalDate to,
        @Nullable Ending ending) {

    public static final int LONGEST = 120;
    /** How many forms a pair of schools is asked to choose. */
    public static final int FORMS = 2;

    public LessonPair {
        forms = List.copyOf(forms);
    }

    /**
     * Who gives and who receives.
     *
     * @param giverClass as schools write it, or empty where the schools as a whole are paired; then the other is empty too
     */
    public record Two(UUID giver, UUID receiver, String giverClass, String receiverClass) {

        public boolean classes() {
            return !giverClass.isEmpty();
        }
    }

    /** In which form they work together. */
    public enum Form {
        /** 城乡同步课堂: both classes have the lesson at the same time. */
        SYNCHRONOUS,
        /** 远程专递课堂: a lesson the receiver lacks a teacher for. */
        DELIVERED,
        /** 教师网络研修. */
        TRAINING,
        /** 名师网络课堂. */
        MASTER
    }

    /** The last day of a pair that ended before its time. */
    public record Ending(LocalDate on, String reason) {}

    /** Where a day lies to its days. */
    public enum Days {
        COMING, NOW, ENDED
    }

    /** The last day, agreed or since then; null while it goes on. */
    public @Nullable LocalDate last() {
        return ending == null ? to : ending.on();
    }

    public Days days(LocalDate day) {
        LocalDate last = last();
        if (from.isAfter(day)) {
            return Days.COMING;
        }
        return last != null && last.isBefore(day) ? Days.ENDED : Days.NOW;
    }

    /** Whether the same two would be paired twice on a day. */
    public boolean crosses(LessonPair other) {
        LocalDate last = last();
        LocalDate otherLast = other.last();
        return two.equals(other.two()) && !id.equals(other.id()) && (last == null || !other.from().isAfter(last))
                && (otherLast == null || !from.isAfter(otherLast));
    }

    LessonPair with(@Nullable Ending other) {
        return new LessonPair(id, two, forms, agreement, from, to, other);
    }
}
