package org.jiaogongti.platform.activity.model;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jspecify.annotations.Nullable;

/** Which schools may answer 来过 or 不对. */
public final class Asked {

    private Asked() {}

    /** Nobody where no part of it is of a kind that others answer. Otherwise host and leading school but for the one whose record it is; where that leaves nobody, the other participants. */
    public static List<UUID> by(Said said, ActivityKinds kinds) {
        List<UUID> asked = new ArrayList<>();
        if (said.parts().stream()
                .noneMatch(part -> kinds.find(part.kind()).filter(ActivityKind::answered).isPresent())) {
            return asked;
        }
        add(asked, said.host(), said.school());
        add(asked, said.leader(), said.school());
        if (asked.isEmpty()) {
            said.participants().keySet().stream().sorted().forEach(school -> add(asked, school, said.school()));
        }
        return asked;
    }

    private static void add(List<UUID> asked, @Nullable UUID school, UUID own) {
        if (school != null && !school.equals(own) && !asked.contains(school)) {
            asked.add(school);
        }
    }
}
