package org.jiaogongti.platform.community;

/**
 * How the charter reads what it leaves open about groups.
 *
 * @param everySubject whether each subject's group needs a member of every school, or all groups together
 * @param judged whether liaisons and guidance groups are judged at all, or only once the notice's attachment is at hand
 */
public record Yardstick(boolean everySubject, boolean judged) {

    /** A district without a charter reads the notice as it stands. */
    public static final Yardstick PLAIN = new Yardstick(true, true);
}
