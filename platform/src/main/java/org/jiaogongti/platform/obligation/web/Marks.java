package org.jiaogongti.platform.obligation.web;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.obligation.Standing;

/** What the engine says as what is shown. */
final class Marks {

    private Marks() {}

    static Mark of(Status status) {
        return switch (status) {
            case MET -> Mark.DONE;
            case OPEN -> Mark.GOING;
            case MISSED -> Mark.LATE;
            case NOT_YET -> Mark.NOT_YET;
            case OPTIONAL -> Mark.OPTIONAL;
            case WAIVED -> Mark.WAIVED;
            case SUSPENDED -> Mark.SUSPENDED;
        };
    }

    /** An open instance whose forecast falls short is 要抓紧. */
    static Mark of(Standing standing, Outlooks outlooks) {
        Mark mark = of(standing.status());
        if (mark != Mark.GOING) {
            return mark;
        }
        return outlooks.of(standing).filter(outlook -> outlook.expected() < standing.target()).isPresent()
                ? Mark.SOON
                : mark;
    }

    /** The state of several instances together: the most pressing one that is worked on. */
    static Mark of(Collection<Mark> marks) {
        Set<Mark> present = EnumSet.noneOf(Mark.class);
        present.addAll(marks);
        if (present.contains(Mark.LATE)) {
            return Mark.LATE;
        }
        if (present.contains(Mark.SOON)) {
            return Mark.SOON;
        }
        boolean worked = present.contains(Mark.DONE) || present.contains(Mark.GOING);
        if (present.contains(Mark.GOING) || (worked && present.contains(Mark.NOT_YET))) {
            return Mark.GOING;
        }
        for (Mark mark : new Mark[]{Mark.DONE, Mark.OPTIONAL, Mark.NOT_YET, Mark.WAIVED, Mark.SUSPENDED}) {
            if (present.contains(mark)) {
                return mark;
            }
        }
        return Mark.NOTHING;
    }
}
