/** What is handed in about an occasion before it is held: filed for record (报备), checked and guided (审核并指导). */
@NullMarked
@ApplicationModule(displayName = "Filing", allowedDependencies = {"shell", "bin", "journal", "access", "search",
        "obligation",
        "evidence", "staff", "school", "community", "activity", "reminder"})
package org.jiaogongti.platform.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
