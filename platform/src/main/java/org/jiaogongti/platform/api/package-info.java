/**
 * The interface for programs: JSON over the modules' own facades, versioned by its addresses, described by
 * {@code api/openapi.json}. It decides nothing by itself. Other systems are told of what happened by signed messages.
 */
@NullMarked
@ApplicationModule(displayName = "API", allowedDependencies = {"shell", "access", "obligation", "school", "community",
        "activity", "journal", "seal", "job", "outbound"})
package org.jiaogongti.platform.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
