package org.jiaogongti.platform.goal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 轮末: a round's goals against their targets as one person proposed them and another signed them, or did not.
 *
 * @param version of the round's record, from 1; null unless it was signed
 * @param asOf the business day the lines were told on
 * @param words what the proposer says about it; for a correction, why
 * @param sha256 of its lines
 * @param decided who signed it, turned it down or took it back; null while it waits
 * @param reason why it was turned down
 */
public record Closing(UUID id, String round, State state, @Nullable Integer version, LocalDate asOf, String words,
        String sha256, By proposed, @Nullable By decided, String reason) {

    public static final int LONGEST = 500;

    /** How it stands. */
    public enum State {
        PROPOSED, CONFIRMED, REFUSED, WITHDRAWN
    }

    /** The first characters of the hash, for paper. */
    public String code() {
        return sha256.substring(0, 12);
    }
}
