package org.jiaogongti.platform.staff.web;

import java.util.List;

/**
 * One placement in words.
 *
 * @param lines what is known of it, each with its label
 */
public record PlacementView(String person, String lead, List<Line> lines) {

    /** A label and what stands behind it. */
    public record Line(String label, String text) {}
}
