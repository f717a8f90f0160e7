package org.jiaogongti.platform.obligation;

/** What a bureau may decide about its charter. */
public sealed interface CharterChange {

    /** The name of the open point, or the duty's id. */
    String subject();

    /** An open point is read in another way. */
    record OfReading(String subject, String alternative) implements CharterChange {}

    /** A duty asks for another number. */
    record OfNumber(String subject, int number) implements CharterChange {}
}
