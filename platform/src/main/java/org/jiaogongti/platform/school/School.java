package org.jiaogongti.platform.school;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A school.
 *
 * @param shortName for narrow places: 江口
 * @param code the ten digits of 学校(机构)标识码, or null while unknown
 * @param position the place in the notice's order, from 1
 */
public record School(UUID id, String name, String shortName, @Nullable String code, SchoolKind kind, Setting setting,
        int position) {

    /** The engine's id of the school. */
    public String key() {
        return id.toString();
    }
}
