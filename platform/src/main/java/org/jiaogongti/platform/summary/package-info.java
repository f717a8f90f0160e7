/**
 * 年度总结: what the notice asked for in a year, what was done and missed, what inspections found and what was put right, what
 * was paid. It keeps nothing: every figure is another module's, and opens to where that stands.
 */
@NullMarked
@ApplicationModule(displayName = "Summary", allowedDependencies = {"shell", "journal", "access", "school", "obligation",
        "community", "inspection", "appraisal", "spending"})
package org.jiaogongti.platform.summary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
