/**
 * 登记: what a community keeps in lists that go on for years. Weak subjects and weak schools with their measures, joint work
 * and reviews; pairs of schools and classes for synchronous lessons; the graduation year.
 */
@NullMarked
@ApplicationModule(displayName = "Register", allowedDependencies = {"shell", "bin", "journal", "access", "obligation",
        "evidence",
        "intake", "school", "community", "staff", "activity", "reminder"})
package org.jiaogongti.platform.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
