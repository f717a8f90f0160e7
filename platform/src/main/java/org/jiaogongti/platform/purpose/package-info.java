/**
 * The gate through which everything about pupils passes: what for, with whose consent, who looked, until when. It holds no
 * data of pupils itself but keys that say nothing; a table that does must hang on it (docs/decisions/0025).
 */
@NullMarked
@ApplicationModule(displayName = "Purpose", allowedDependencies = {"shell", "journal", "access", "seal", "school",
        "job"})
package org.jiaogongti.platform.purpose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
