/** 信息公开: what the district shows the public without sign-in, written by one person and published by a second. */
@NullMarked
@ApplicationModule(displayName = "Disclosure", allowedDependencies = {"shell", "journal", "access", "evidence", "staff",
        "advice", "obligation", "school", "seal", "reminder", "job"})
package org.jiaogongti.platform.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
