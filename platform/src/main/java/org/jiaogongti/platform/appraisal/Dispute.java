package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A school says that a frozen record is wrong, or the bureau proposes to correct one after the decision.
 *
 * @param school null for a correction
 * @param source the record, as the archive knows it
 * @param label the record in words: day, kind, who led
 * @param wanted what should become of it
 * @param ruling null while nobody has ruled on it
 */
public record Dispute(UUID id, UUID run, @Nullable UUID school, String source, String label, Wanted wanted,
        String words, UUID actor, String actorName, LocalDate on, @Nullable Ruling ruling) {

    /** What should become of the record. */
    public enum Wanted {
        COUNT, NOT_COUNT
    }

    /** How it was ruled on. */
    public enum Outcome {
        UPHELD, DENIED
    }

    /**
     * The bureau's answer.
     *
     * @param version the number of the version that came of it; 0 where none did
     */
    public record Ruling(Outcome outcome, String words, int version, String actorName, LocalDate on) {}

    public boolean correction() {
        return school == null;
    }
}
