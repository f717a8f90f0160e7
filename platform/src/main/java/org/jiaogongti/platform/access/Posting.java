package org.jiaogongti.platform.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody holds now, and where. A role for the whole district names neither school nor community.
 *
 * @param subject the subject of a guidance group, for example 数学
 */
public record Posting(Role role, @Nullable UUID schoolId, @Nullable UUID communityId, @Nullable String subject) {

    public static Posting inDistrict(Role role) {
        return new Posting(role, null, null, null);
    }

    public static Posting atSchool(Role role, UUID schoolId) {
        return new Posting(role, schoolId, null, null);
    }

    public static Posting inCommunity(Role role, UUID communityId) {
        return new Posting(role, null, communityId, null);
    }

    public static Posting inSubjectGroup(Role role, UUID communityId, String subject) {
        return new Posting(role, null, communityId, subject);
    }
}
