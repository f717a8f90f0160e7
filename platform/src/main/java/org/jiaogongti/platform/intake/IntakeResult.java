package org.jiaogongti.platform.intake;

import java.util.UUID;

/** What became of a request about an upload. */
public sealed interface IntakeResult {

    /**
     * It was done.
     *
     * @param rows how many rows it concerned
     * @param moved how many things outside the table moved with them
     * @param stayed how many rows of an import were not taken back
     */
    record Done(UUID upload, int rows, int moved, int stayed) implements IntakeResult {

        Done(UUID upload, int rows) {
            this(upload, rows, 0, 0);
        }
    }

    /** It was not done; nothing has changed. */
    record Refused(Problem problem) implements IntakeResult {}

    /** There is no such table or upload for this actor. */
    record Absent() implements IntakeResult {}
}
