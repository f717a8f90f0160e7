package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it lies on one instance.
 *
 * @param target the smaller target (减办), or null where it is waived wholly (免办)
 */
public record AppliedWaiver(UUID id, LocalDate decidedOn, @Nullable Integer target) {}
