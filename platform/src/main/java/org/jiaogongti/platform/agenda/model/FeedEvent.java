package org.jiaogongti.platform.agenda.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a calendar as a program gets it.
 *
 * @param version rises with each correction, from 1
 * @param changed when it changed last
 * @param span null for the whole day
 */
public record FeedEvent(UUID id, int version, Instant changed, boolean cancelled, LocalDate day, @Nullable Span span,
        String title, String place, String more, String href) {}
