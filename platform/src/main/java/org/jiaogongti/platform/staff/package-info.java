/** People, what they are posted to, their rank, and who is placed at another school. */
@NullMarked
@ApplicationModule(displayName = "Staff", allowedDependencies = {"shell", "journal", "access", "search", "intake",
        "school", "seal",
        "community",
        "obligation"})
package org.jiaogongti.platform.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
