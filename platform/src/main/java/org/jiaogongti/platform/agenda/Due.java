package org.jiaogongti.platform.agenda;

import java.time.LocalDate;

/**
 * Days that a duty asks for and that still lacks something.
 *
 * @param left how much, in the duty's unit
 */
public record Due(Kind kind, String name, String href, LocalDate first, LocalDate last, int left, String unit) {

    /** What the days mean. */
    public enum Kind {
        /** It can be done on these days only. */
        WINDOW,
        /** The last day on which it can be done. */
        LAST_DAY,
        /** It is usually done in this month (一般); no limit. */
        USUAL
    }
}
