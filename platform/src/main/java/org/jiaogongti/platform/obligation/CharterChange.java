package org.jiaogongti.platform.obligation;

import java.util.UUID;

/** What a bureau may decide about its charter. */
public sealed interface CharterChange {

    /** The name of the open point, the duty's id, or the charter's. */
    String subject();

    /** An open point is read in another way. */
    record OfReading(String subject, String alternative) implements CharterChange {}

    /** A duty asks for another number. */
    record OfNumber(String subject, int number) implements CharterChange {}

    /**
     * The whole file is another.
     *
     * @param edition where its text is kept
     * @param base the charter it was made from, as the ledger calls it
     */
    record OfFile(String subject, UUID edition, String base) implements CharterChange {}
}
