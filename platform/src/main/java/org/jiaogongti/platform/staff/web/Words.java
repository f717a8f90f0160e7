package org.jiaogongti.platform.staff.web;

import java.time.LocalDate;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.staff.Days;
import org.jspecify.annotations.Nullable;

/** Stretches of days in words and shapes. */
final class Words {

    private Words() {}

    static String days(Messages m, LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? m.t("staff.days.since", from.toString())
                : m.t("staff.days.range", from.toString(), to.toString());
    }

    /** The shape that every page uses for such a state. */
    static String shape(Days days) {
        return switch (days) {
            case COMING -> "todo";
            case NOW -> "going";
            case ENDED -> "done";
        };
    }

    static String word(Messages m, Days days) {
        return m.t("staff.days." + days.name());
    }
}
