/**
 * 专家指导: the advisers of a community, the one-time links by which they come without an account, what they saw and
 * recommended, and what became of it.
 */
@NullMarked
@ApplicationModule(displayName = "Advice", allowedDependencies = {"shell", "bin", "journal", "access", "intake",
        "obligation",
        "school", "community", "activity"})
package org.jiaogongti.platform.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
