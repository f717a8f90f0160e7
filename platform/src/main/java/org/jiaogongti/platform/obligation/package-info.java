/** Charters in force, contributions, progress, waivers; knows fact types and opaque sources, and nothing of who records them. */
@NullMarked
@ApplicationModule(displayName = "Obligation", allowedDependencies = {"shell", "journal", "access", "search", "job",
        "reminder"})
package org.jiaogongti.platform.obligation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
