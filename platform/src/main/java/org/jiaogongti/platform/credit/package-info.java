/**
 * 研修学时: a teacher's own record of training and research, read from what names them, for nobody but themselves and whom
 * they show it to. No sum of a school, no order of people.
 */
@NullMarked
@ApplicationModule(displayName = "Credit", allowedDependencies = {"shell", "journal", "access", "search", "school",
        "staff",
        "activity", "attendance"})
package org.jiaogongti.platform.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
