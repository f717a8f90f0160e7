package org.jiaogongti.platform.goal;

import java.util.UUID;
import org.jiaogongti.charter.goals.Whose;
import org.jspecify.annotations.Nullable;

/**
 * Of whom a goal is told.
 *
 * @param id the community or school; null for the district
 */
public record Place(Whose whose, @Nullable UUID id, String name) {

    /** How an address or a form names it. */
    public String key() {
        return id == null ? "" : id.toString();
    }

    public boolean district() {
        return whose == Whose.DISTRICT;
    }
}
