package org.jiaogongti.platform.community;

import java.util.UUID;

/**
 * An education community (教育共同体).
 *
 * @param position the place in the notice's order, from 1
 */
public record Community(UUID id, String name, String shortName, int position) {

    /** The engine's id of the community. */
    public String key() {
        return id.toString();
    }
}
