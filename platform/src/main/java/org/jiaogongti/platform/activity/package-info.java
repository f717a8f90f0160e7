/** Occasions with parts: planned, recorded, answered, joined, withdrawn; each part is a fact that duties are counted from. */
@NullMarked
@ApplicationModule(displayName = "Activity", allowedDependencies = {"shell", "journal", "access", "reminder", "search",
        "intake",
        "obligation",
        "evidence", "bin",
        "staff", "school", "community"})
package org.jiaogongti.platform.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
