package org.jiaogongti.platform.attendance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is expected.
 *
 * @param school for which they come, or null for a researcher
 * @param queued waits for a place
 */
public record Expected(UUID person, String name, @Nullable UUID school, String schoolName, boolean queued) {}
