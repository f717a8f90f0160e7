/**
 * 年度考核: schemes by year, previews at any time, the run from freezing to the decision, and the money that follows. It reads
 * what duties stand at and computes by {@code charter.appraising}; nothing of a score is entered by hand.
 */
@NullMarked
@ApplicationModule(displayName = "Appraisal", allowedDependencies = {"shell", "bin", "journal", "access", "obligation",
        "school", "community", "inspection", "disclosure"})
package org.jiaogongti.platform.appraisal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
