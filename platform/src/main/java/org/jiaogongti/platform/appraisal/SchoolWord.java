package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a school says of its own year.
 *
 * @param section of the scheme the remark is about; empty otherwise
 */
public record SchoolWord(UUID id, UUID school, What what, String section, String words, String actorName,
        LocalDate on) {

    /** What kind of word it is. */
    public enum What {
        /** One remark per section; a later one takes its place, an empty one takes it back. */
        REMARK,
        /** The school has checked its records. */
        CHECKED,
        /** What it says when it is heard. */
        STATEMENT
    }
}
