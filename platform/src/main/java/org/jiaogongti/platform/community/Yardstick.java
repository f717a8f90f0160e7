package org.jiaogongti.platform.community;

import org.jiaogongti.charter.Quantity;

/**
 * How the charter reads what it leaves open about groups.
 *
 * @param liaisons how many the charter asks for
 * @param everySubject whether each subject's group needs a member of every school, or all groups together
 * @param judged whether liaisons and guidance groups are judged at all, or only once the notice's attachment is at hand
 */
public record Yardstick(Quantity.Between liaisons, boolean everySubject, boolean judged) {

    /** A district without a charter reads the notice as it stands. */
    public static final Yardstick PLAIN = new Yardstick(new Quantity.Between(2, 3), true, true);
}
