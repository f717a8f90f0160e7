/**
 * 目标: the goals of the charter's rounds, told from records and from what was measured elsewhere, each with how sure it is;
 * and the close of a round, signed by two people.
 */
@NullMarked
@ApplicationModule(displayName = "Goal", allowedDependencies = {"shell", "journal", "access", "evidence", "obligation",
        "school", "community", "staff", "register", "intake"})
package org.jiaogongti.platform.goal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
