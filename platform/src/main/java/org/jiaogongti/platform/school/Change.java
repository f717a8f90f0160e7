package org.jiaogongti.platform.school;

/** The answer to a change of the organisation. */
public sealed interface Change {

    /** Written, and everything that hangs on it derived again. */
    record Done() implements Change {}

    /** Not written; the key names the message that says why. */
    record Refused(String key) implements Change {}
}
