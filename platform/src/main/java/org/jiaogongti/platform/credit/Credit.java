package org.jiaogongti.platform.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.platform.attendance.HeldTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of somebody's record: one kind done at one occasion.
 *
 * @param activity kind, subject and topic
 * @param first whether they taught, spoke or led
 * @param signedIn whether they are there because they signed in, and no record names them
 * @param time from when to when it really was, from which the hours follow; null where the kind's rule says them
 */
public record Credit(UUID occasion, LocalDate date, String activity, String category, BigDecimal hours,
        String organiser, boolean first, boolean signedIn, @Nullable HeldTime time) {

    public String path() {
        return "/activities/" + occasion;
    }
}
