package org.jiaogongti.platform.attendance.model;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jiaogongti.platform.attendance.HeldTime;

/** From when to when, as typed. */
public final class Times {

    private Times() {}

    /** Empty where one of them is no time of a day, or it would have ended before it began. */
    public static Optional<HeldTime> read(String began, String ended) {
        Optional<LocalTime> first = time(began);
        return first.flatMap(from -> time(ended).filter(to -> to.isAfter(from)).map(to -> new HeldTime(from, to)));
    }

    /** {@code 8:30}, {@code 08:30} and with a full-width colon. */
    private static Optional<LocalTime> time(String typed) {
        String text = typed.strip().replace('：', ':');
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text).withSecond(0).withNano(0));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
