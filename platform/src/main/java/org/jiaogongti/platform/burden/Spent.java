package org.jiaogongti.platform.burden;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What one kind of form cost a school in a week.
 *
 * @param week its Monday
 * @param forms how many were sent
 */
public record Spent(UUID school, LocalDate week, FormKind form, int forms, long seconds) {}
