package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Status;

/**
 * Everything owed in a term, and in the school year, calendar year and round around it.
 *
 * @param standings by duty, bearer, counterpart, period
 * @param inForce by what it was read; who has the board need not ask for it
 */
public record Board(Period term, LocalDate asOf, List<Standing> standings, InForce inForce) {

    public Board {
        standings = List.copyOf(standings);
    }

    /** Missed, the longest ago first. */
    public List<Standing> overdue() {
        return with(Status.MISSED);
    }

    /** Still open, with a last possible day up to the given one, the nearest first. */
    public List<Standing> dueUntil(LocalDate day) {
        return with(Status.OPEN).stream().filter(standing -> !standing.instance().lastDay().isAfter(day)).toList();
    }

    private List<Standing> with(Status status) {
        return standings.stream().filter(standing -> standing.status() == status)
                .sorted(Comparator.comparing(standing -> standing.instance().lastDay())).toList();
    }
}
