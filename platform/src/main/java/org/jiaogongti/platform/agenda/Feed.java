package org.jiaogongti.platform.agenda;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jiaogongti.platform.agenda.AgendaQuery.Of;
import org.jspecify.annotations.Nullable;

/**
 * A calendar that programs fetch by a secret address. The address itself is not kept.
 *
 * @param of whose calendar; one's own names the person
 * @param used when it was fetched last, in the bureau's zone, or null
 */
public record Feed(UUID id, Of of, LocalDateTime made, @Nullable LocalDateTime used) {}
