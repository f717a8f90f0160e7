package org.jiaogongti.platform.intake;

import java.util.UUID;

/** What became of a request about an upload. */
public sealed interface IntakeResult {

    /**
     * It was done.
     *
     * @param rows how many rows it concerned
     */
    record Done(UUID upload, int rows) implements IntakeResult {}

    /** It was not done; nothing has changed. */
    record Refused(Problem problem) implements IntakeResult {}

    /** There is no such table or upload for this actor. */
    record Absent() implements IntakeResult {}
}
