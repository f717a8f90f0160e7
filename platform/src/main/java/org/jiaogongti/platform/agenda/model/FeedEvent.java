package org.jiaogongti.platform.agenda.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a calendar as a program gets it.
 *
 * @param sequence rises with each correction, from 0
 * @param changed when it changed last
 * @param standing whether it takes place for the one whose calendar it is
 * @param span null for the whole day
 */
public record FeedEvent(UUID id, int sequence, Instant changed, Standing standing, LocalDate day, @Nullable Span span,
        String title, String place, String more, String href) {

    /** As RFC 5545 (3.8.1.11) tells programs. */
    public enum Standing {
        CONFIRMED,
        /** Somebody waits for a place. */
        TENTATIVE, CANCELLED
    }
}
