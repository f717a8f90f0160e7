package org.jiaogongti.platform.agenda.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.school.Site;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes people, a class or a room for a while on a day.
 *
 * @param plan whether it is planned for today or later, and so could still be moved
 * @param taught the class it is held in, where it is held in one
 */
public record Commitment(Source source, LocalDate day, Span span, Set<Claim> claims, @Nullable Taught taught,
        boolean plan) {

    public Commitment {
        claims = Set.copyOf(claims);
    }

    /** Where it is written. */
    public sealed interface Source {

        /**
         * An occasion.
         *
         * @param root the entry that counts for all entries of the same thing
         * @param side the school whose record it is
         */
        record OfOccasion(UUID id, UUID root, String kind, @Nullable UUID host, @Nullable UUID leader, UUID side)
                implements
                    Source {

            /** Joined, or to be joined: another school's entry of the same day, host, leading school and kind. */
            boolean sameAs(OfOccasion other) {
                return root.equals(other.root)
                        || (kind.equals(other.kind) && Objects.equals(host, other.host)
                                && Objects.equals(leader, other.leader) && !side.equals(other.side));
            }
        }

        /** A lesson of a timetable. */
        record OfLesson(Lesson lesson) implements Source {}
    }

    /**
     * A class with what it is taught.
     *
     * @param subject null where it belongs to no subject
     */
    public record Taught(Site site, ClassName name, @Nullable String subject) {

        /** What is held in a class's own lesson of that subject takes the lesson's place and is not in its way. */
        boolean takesThePlaceOf(Taught lesson) {
            return site.equals(lesson.site) && name.equals(lesson.name)
                    && (subject == null || lesson.subject == null || subject.equals(lesson.subject));
        }
    }

    /** The same at another time. */
    Commitment at(Span other) {
        return new Commitment(source, day, other, claims, taught, plan);
    }

    /** Whether both are one thing, or one is held in the other's place. */
    boolean goesWith(Commitment other) {
        if (source instanceof Source.OfOccasion mine && other.source instanceof Source.OfOccasion theirs) {
            return mine.sameAs(theirs);
        }
        boolean lessons = source instanceof Source.OfLesson && other.source instanceof Source.OfLesson;
        return lessons || (taught != null && other.taught != null && taught.takesThePlaceOf(other.taught));
    }
}
