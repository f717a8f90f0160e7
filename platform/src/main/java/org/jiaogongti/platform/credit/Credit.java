package org.jiaogongti.platform.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of somebody's record: one kind done at one occasion.
 *
 * @param activity kind, subject and topic
 * @param first whether they taught, spoke or led
 */
public record Credit(UUID occasion, LocalDate date, String activity, String category, BigDecimal hours,
        String organiser, boolean first) {

    public String path() {
        return "/activities/" + occasion;
    }
}
