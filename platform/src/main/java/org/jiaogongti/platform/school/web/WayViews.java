package org.jiaogongti.platform.school.web;

import java.util.List;
import org.jiaogongti.platform.school.Journeys;
import org.jiaogongti.platform.school.Journeys.Named;

/** Ways between places as pages show them. */
public final class WayViews {

    private WayViews() {}

    /**
     * A way in the list.
     *
     * @param minutes in words, empty where nothing is known
     */
    public record Line(String place, String minutes, String kilometres, boolean estimated, boolean known) {}

    /** A school's ways to all others. */
    public record Row(Named from, List<Cell> cells) {}

    /**
     * Minutes.
     *
     * @param same the place itself
     */
    public record Cell(String minutes, boolean estimated, boolean same) {

        static Cell of(Named from, Named to, Journeys.Ways ways) {
            return ways.between(from.site(), to.site())
                    .map(way -> new Cell(Integer.toString(way.minutes()), way.estimated(), false))
                    .orElseGet(() -> new Cell("", false, from.equals(to)));
        }
    }
}
