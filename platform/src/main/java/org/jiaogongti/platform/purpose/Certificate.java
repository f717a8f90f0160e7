package org.jiaogongti.platform.purpose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something was erased: data of pupils whose clock ran out, or what lay in the bin (回收站) until its day.
 *
 * @param line of the journal; its number
 * @param purpose for which data of pupils was kept; null for the bin
 * @param school whose bin it was; null for data of pupils and for the bureau's bin
 * @param pupils how many pupils, or how many things of the bin
 * @param places the tables, with the rows of each
 * @param hash SHA-256 over one line for each thing erased, sorted: whoever has the keys can show what was in it
 */
public record Certificate(long line, @Nullable UUID purpose, @Nullable UUID school, Cause cause, int pupils, int rows,
        List<String> places, String hash,
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
        PURPOSE,
        /** It was deleted, and nobody brought it back within its days. */
        BIN
    }
}
