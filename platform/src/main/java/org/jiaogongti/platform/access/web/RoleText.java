package org.jiaogongti.platform.access.web;

import java.util.Optional;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.access.Posting;
import org.jspecify.annotations.Nullable;

/**
 * A role and where it is held, as pages show it.
 *
 * @param key message key of the role
 * @param place name of the school or community; empty for the whole district
 */
public record RoleText(String key, String place) {

    static RoleText of(Posting posting, @Nullable Places places) {
        String subject = posting.subject() == null ? "" : " " + posting.subject();
        return new RoleText(posting.role().key(), place(posting, places).orElse("") + subject);
    }

    private static Optional<String> place(Posting posting, @Nullable Places places) {
        if (places == null) {
            return Optional.empty();
        }
        if (posting.schoolId() != null) {
            return places.school(posting.schoolId());
        }
        return posting.communityId() == null ? Optional.empty() : places.community(posting.communityId());
    }
}
