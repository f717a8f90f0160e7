package org.jiaogongti.platform.spending;

import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.school.School;
import org.jspecify.annotations.Nullable;

/** A school and its community on the last known day of a year. */
public record Place(School school, @Nullable Community community) {

    public String communityName() {
        return community == null ? "" : community.name();
    }
}
