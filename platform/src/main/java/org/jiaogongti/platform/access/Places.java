package org.jiaogongti.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Names of schools and communities of the district in scope, for postings. Implemented by the organisation; answers from memory. */
public interface Places {

    /** A school or a community by its name. */
    record Place(UUID id, String name) {}

    List<Place> schools();

    List<Place> communities();

    /** Subjects that have guidance groups. */
    List<String> subjects();

    /** Where a posting is held: the school or community with the subject, empty for the whole district. */
    default String place(Posting posting) {
        String subject = posting.subject() == null ? "" : " " + posting.subject();
        UUID school = posting.schoolId();
        UUID community = posting.communityId();
        Optional<String> place = school != null
                ? school(school)
                : Optional.ofNullable(community).flatMap(this::community);
        return place.orElse("") + subject;
    }

    /** Whether the school or community of a posting is one of this district. */
    default boolean known(Posting posting) {
        UUID school = posting.schoolId();
        UUID community = posting.communityId();
        return (school == null || school(school).isPresent())
                && (community == null || community(community).isPresent());
    }

    default Optional<String> school(UUID id) {
        return schools().stream().filter(place -> place.id().equals(id)).map(Place::name).findFirst();
    }

    default Optional<String> community(UUID id) {
        return communities().stream().filter(place -> place.id().equals(id)).map(Place::name).findFirst();
    }
}
