package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A held occasion in as few words as a draw needs.
 *
 * @param school the side whose record it is
 * @param kind code of what it mainly was
 */
public record HeldOccasion(UUID id, LocalDate date, UUID school, String kind) {}
