package org.jiaogongti.platform.inspection;

import java.util.Comparator;
import java.util.List;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.obligation.Standing;

/**
 * What the platform knows of a duty as far as it concerns a school.
 *
 * @param lines what it owes, or what is owed to it, in the term and the periods around it; what was missed first
 */
public record KnownDuty(Duty duty, List<Line> lines) {

    /** A page shows no more of them; the rest is on the board. */
    private static final int SHOWN = 8;

    public KnownDuty {
        lines = lines.stream().sorted(Comparator.comparingInt((Line line) -> pressing(line.standing().status())))
                .toList();
    }

    /**
     * One instance.
     *
     * @param whom to whom, or for what, in words; empty where nobody is named
     */
    public record Line(Standing standing, String whom) {}

    private static int pressing(Status status) {
        return switch (status) {
            case MISSED -> 0;
            case OPEN -> 1;
            case MET, NOT_YET, OPTIONAL, WAIVED, SUSPENDED -> 2;
        };
    }

    /** What counts of all, each capped at what it should be. */
    public Point.Known sum() {
        return new Point.Known(lines.stream().map(Line::standing)
                .mapToInt(each -> Math.min(each.counted(), each.target())).sum(),
                lines.stream().map(Line::standing).mapToInt(Standing::target).sum());
    }

    public List<Line> shown() {
        return lines.stream().limit(SHOWN).toList();
    }

    public int rest() {
        return Math.max(0, lines.size() - SHOWN);
    }
}
