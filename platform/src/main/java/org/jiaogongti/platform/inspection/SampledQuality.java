package org.jiaogongti.platform.inspection;

import java.util.UUID;

/**
 * What sampled records of a school turned out to be, for one duty they counted for.
 *
 * @param genuine 属实
 * @param untrue 不实
 * @param unclear 无法核实, which says nothing either way
 */
public record SampledQuality(UUID school, String duty, int genuine, int untrue, int unclear) {

    /** How many say something: the denominator of {@link #genuine}. */
    public int decided() {
        return genuine + untrue;
    }
}
