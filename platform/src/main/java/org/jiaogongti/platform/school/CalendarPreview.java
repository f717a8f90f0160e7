package org.jiaogongti.platform.school;

import java.util.List;
import org.jiaogongti.platform.obligation.Foreseen;

/**
 * What a change of the calendar would do.
 *
 * @param problems why it cannot be made; the rest is empty then
 * @param moved how many records would lie in another term than now, or in one for the first time, or in none any more
 * @param ended it touches days that are over, so that it needs a reason
 * @param mark of the calendar that was looked at
 */
public record CalendarPreview(List<CalendarProblem> problems, List<CalendarLine> lines, Foreseen foreseen, int moved,
        boolean ended, String mark) {

    public CalendarPreview {
        problems = List.copyOf(problems);
        lines = List.copyOf(lines);
    }

    public boolean possible() {
        return problems.isEmpty();
    }
}
