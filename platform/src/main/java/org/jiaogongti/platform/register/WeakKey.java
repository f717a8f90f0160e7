package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What makes an entry: one school's subject, or the school, is listed once from a day on.
 *
 * @param subject or {@link #WHOLE}
 */
public record WeakKey(UUID school, String subject, LocalDate from) {

    /** How a subject is written where the school as a whole is meant. */
    public static final String WHOLE = "";

    public boolean whole() {
        return subject.equals(WHOLE);
    }
}
