package org.jiaogongti.platform.purpose;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a guardian answered.
 *
 * @param id rises with the time of entry
 * @param version of the notice they had before them
 * @param keptAt where the school keeps the sheet
 */
public record Consent(UUID id, UUID purpose, PupilKey pupil, UUID school, String version, Answer answer, LocalDate on,
        Means means, String keptAt) {

    /** Refusing is an answer like the other and costs the pupil nothing. */
    public enum Answer {
        GIVEN, REFUSED, WITHDRAWN
    }

    /** How the answer came; consent itself only on paper. */
    public enum Means {
        PAPER, IN_PERSON, BY_PHONE
    }
}
