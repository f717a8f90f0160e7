/**
 * 经费: what schools mean to spend in a calendar year, what they spent with receipts, approved by a second person, and what they
 * were paid for a decided appraisal, side by side for whoever looks at it later. Money is fen in whole numbers.
 */
@NullMarked
@ApplicationModule(displayName = "Spending", allowedDependencies = {"shell", "bin", "journal", "access", "obligation",
        "evidence", "school", "community", "activity", "appraisal", "reminder"})
package org.jiaogongti.platform.spending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
