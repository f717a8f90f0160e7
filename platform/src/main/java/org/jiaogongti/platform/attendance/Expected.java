package org.jiaogongti.platform.attendance;

import java.util.UUID;

/**
 * Somebody who is expected.
 *
 * @param queued waits for a place
 */
public record Expected(UUID person, String name, UUID school, String schoolName, boolean queued) {}
