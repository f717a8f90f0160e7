package org.jiaogongti.platform.inspection;

import java.util.List;
import org.jiaogongti.platform.obligation.Standing;

/**
 * What the platform knows of a duty as far as it concerns a school.
 *
 * @param standings what it owes, or what is owed to it, in the term and the periods around it
 */
public record KnownDuty(Duty duty, List<Standing> standings) {

    public KnownDuty {
        standings = List.copyOf(standings);
    }

    /** What counts of all, each capped at what it should be. */
    public Point.Known sum() {
        return new Point.Known(
                standings.stream().mapToInt(each -> Math.min(each.counted(), each.target())).sum(),
                standings.stream().mapToInt(Standing::target).sum());
    }
}
