package org.jiaogongti.platform.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole folder for an inspection (迎检材料包), ordered by somebody and made by the server.
 *
 * @param title whose, and of which span, as it was called when it was ordered
 * @param made how far it is, and what came of it
 * @param expiresOn the last day on which it can be fetched
 */
public record Folder(UUID id, Order order, String title, By by, State state, Made made, LocalDate expiresOn) {

    /** How it stands. */
    public enum State {
        WAITING, RUNNING, DONE,
        /** Somebody did not want it any more. */
        STOPPED,
        /** It could not be made; it can be ordered again. */
        FAILED,
        /** Its time is over and the file is gone. */
        GONE;

        public boolean going() {
            return this == WAITING || this == RUNNING;
        }
    }

    /**
     * What was ordered.
     *
     * @param small whether pictures go in small, to be sent by mail
     * @param language in which it is written
     */
    public record Order(LedgerAsked asked, LedgerPurpose purpose, boolean small, String language) {}

    /** Who ordered it and when. */
    public record By(UUID account, String name, LocalDate on, Instant at) {}

    /**
     * How far it is.
     *
     * @param done sections that are written
     * @param total sections there will be
     * @param files pieces of evidence in it
     * @param missing pieces whose bytes were not to be found
     * @param sha256 of the whole file once it is done
     */
    public record Made(int done, int total, int files, int missing, long bytes, @Nullable String sha256) {

        static final Made NOTHING = new Made(0, 0, 0, 0, 0, null);

        public String megabytes() {
            return String.format(java.util.Locale.ROOT, "%.1f", bytes / 1_000_000.0);
        }
    }
}
