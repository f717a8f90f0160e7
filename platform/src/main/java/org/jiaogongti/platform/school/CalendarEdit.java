package org.jiaogongti.platform.school;

import java.util.List;
import java.util.UUID;

/** The answer to a change of the calendar. */
public sealed interface CalendarEdit {

    /** Written, with its entry in the calendar's history. */
    record Done(UUID id) implements CalendarEdit {}

    /** Nothing was written. */
    record Refused(List<CalendarProblem> problems) implements CalendarEdit {

        public Refused {
            problems = List.copyOf(problems);
        }

        static Refused because(String key, Object... named) {
            return new Refused(List.of(CalendarProblem.of(key, named)));
        }
    }
}
