/** Schools, their staff counts, subjects, and the school calendar. */
@NullMarked
@ApplicationModule(displayName = "School", allowedDependencies = {"shell", "journal", "access", "intake", "obligation",
        "reminder"})
package org.jiaogongti.platform.school;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
