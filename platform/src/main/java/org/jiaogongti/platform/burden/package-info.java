/**
 * 填报用时: what entering costs the schools, from the forms' own timings; minutes of a school, a week and a kind of form, never
 * of a person.
 */
@NullMarked
@ApplicationModule(displayName = "Burden", allowedDependencies = {"shell", "access", "school"})
package org.jiaogongti.platform.burden;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
