package org.jiaogongti.platform.attendance;

/** What became of something the host wanted to do with a roll. */
public sealed interface RollChange {

    /**
     * It is done.
     *
     * @param people how many it was about
     */
    record Done(int people) implements RollChange {}

    /** A no, as a message key. */
    record Refused(String key) implements RollChange {}
}
