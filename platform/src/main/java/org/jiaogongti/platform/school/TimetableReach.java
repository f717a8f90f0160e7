package org.jiaogongti.platform.school;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whose timetables somebody may look at: the bureau everybody's, a school's office its own school's, everybody their own.
 *
 * @param schools those whose office somebody is
 * @param self the person who asks, or null for an account that belongs to none
 */
public record TimetableReach(boolean district, Set<UUID> schools, @Nullable UUID self) {

    public TimetableReach {
        schools = Set.copyOf(schools);
    }

    public static TimetableReach of(Actor actor) {
        return new TimetableReach(
                actor.has(Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.INSPECTOR,
                        Role.TRAINING_DEPARTMENT),
                actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK), actor.personId());
    }

    public boolean school(UUID school) {
        return district || schools.contains(school);
    }

    /** What may be seen of a person's lessons: one's own wholly, a school's office those at its school. */
    public List<Lesson> of(UUID person, List<Lesson> lessons) {
        return person.equals(self)
                ? lessons
                : lessons.stream().filter(lesson -> school(lesson.site().school())).toList();
    }
}
