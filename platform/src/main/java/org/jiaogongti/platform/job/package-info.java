/**
 * What is done by itself: each job is a bean of the module that owns the work, runs district by district, exactly once over
 * all servers of a database, is tried again when it failed, and is seen by the administrator.
 */
@NullMarked
@ApplicationModule(displayName = "Job", allowedDependencies = {"shell", "journal", "access"})
package org.jiaogongti.platform.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
