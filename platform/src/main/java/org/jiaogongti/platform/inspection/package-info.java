/**
 * 督查: visits with a ceiling, checklists made from the charter, findings until they are closed (销号), drawn samples of records,
 * and the accountability of units (责任追究) by due process.
 */
@NullMarked
@ApplicationModule(displayName = "Inspection", allowedDependencies = {"shell", "bin", "journal", "access", "reminder",
        "obligation", "evidence", "school", "community", "activity"})
package org.jiaogongti.platform.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
