/** Education communities: who belongs to them and when, subject groups, weak subjects; the world the duties are counted in. */
@NullMarked
@ApplicationModule(displayName = "Community", allowedDependencies = {"shell", "journal", "access", "intake", "school",
        "obligation"})
package org.jiaogongti.platform.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
