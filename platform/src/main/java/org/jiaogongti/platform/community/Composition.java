package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the district's communities are made up, with all their history.
 *
 * @param subjects the district's subjects in their usual order
 */
public record Composition(List<Community> communities, List<SchoolMembership> memberships, List<SubjectGroup> groups,
        List<SchoolWeakSubject> weakSubjects, List<String> subjects) {

    public Composition {
        communities = List.copyOf(communities);
        memberships = List.copyOf(memberships);
        groups = List.copyOf(groups);
        weakSubjects = List.copyOf(weakSubjects);
        subjects = List.copyOf(subjects);
    }

    /** The community a school belongs to on a day. */
    public Optional<SchoolMembership> membership(UUID school, LocalDate day) {
        return memberships.stream()
                .filter(membership -> membership.school().equals(school) && membership.holdsOn(day)).findFirst();
    }

    int subjectPosition(String subject) {
        int position = subjects.indexOf(subject);
        return position < 0 ? Integer.MAX_VALUE : position;
    }
}
