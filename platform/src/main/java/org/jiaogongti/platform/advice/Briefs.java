package org.jiaogongti.platform.advice;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.activity.OccasionBrief;

/** Occasions by their ids. */
final class Briefs {

    private Briefs() {}

    static Map<UUID, OccasionBrief> byId(Collection<OccasionBrief> briefs) {
        return briefs.stream().collect(Collectors.toMap(OccasionBrief::id, brief -> brief));
    }
}
