package org.jiaogongti.platform.purpose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * That data of pupils was erased.
 *
 * @param line of the journal; its number
 * @param pupils how many
 * @param places the tables, with the rows of each
 * @param hash SHA-256 over one line for each pupil, batch and table, sorted: whoever has the keys can show what was in it
 */
public record Certificate(long line, UUID purpose, Cause cause, int pupils, int rows, List<String> places, String hash,
        LocalDate on, Instant at, UUID by) {

    public Certificate {
        places = List.copyOf(places);
    }

    /** Why a clock ran out. */
    public enum Cause {
        /** The days after the event were over. */
        EVENT,
        /** A guardian took the consent back. */
        CONSENT,
        /** The purpose came to its end before the event did. */
        PURPOSE
    }
}
