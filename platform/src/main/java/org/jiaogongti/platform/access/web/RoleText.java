package org.jiaogongti.platform.access.web;

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
        return new RoleText(posting.role().key(), places == null ? "" : places.place(posting));
    }
}
