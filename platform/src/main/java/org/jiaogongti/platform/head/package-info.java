/**
 * 日志链尾: the end of the journal's chain, signed and given out day by day, so that a chain which was rewritten whole is found
 * by what others keep.
 */
@NullMarked
@ApplicationModule(displayName = "Head", allowedDependencies = {"shell", "journal", "access", "job", "seal",
        "reminder"})
package org.jiaogongti.platform.head;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
