package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.UUID;

/** A day on which a mentoring pair met, what about and for how long. */
public record MentoringMeeting(UUID id, UUID pair, LocalDate on, String topic, int minutes) {

    public static final int SHORTEST = 5;
    public static final int LONGEST = 600;
}
