package org.jiaogongti.platform.round;

import java.util.UUID;

/**
 * The next round's charter on its way.
 *
 * @param round the round it is for
 * @param base the round whose result it is made from
 */
public record Plan(UUID id, String round, String base, By begun) {

    /**
     * A difference as it was written; another version is another draft.
     *
     * @param text the difference's file
     * @param charter the charter that it was written against, as the ledger calls it
     */
    public record Draft(UUID id, UUID plan, int number, String text, String charter, By by) {}

    /** A draft that was put into force. */
    public record Issue(UUID draft, UUID trial, By by) {}
}
