package org.jiaogongti.platform.staff;

import java.util.UUID;
import org.jiaogongti.charter.Rank;

/**
 * Somebody of a school as a form offers them.
 *
 * @param rank on the day asked for
 */
public record Colleague(UUID id, String name, UUID school, Rank rank) {}
