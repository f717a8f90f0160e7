/**
 * 日程: what is planned, held and due on which day, for a school, a community, a subject, a person; what stands in the way of
 * a plan; and calendars that other programs fetch by a secret address.
 */
@NullMarked
@ApplicationModule(displayName = "Agenda", allowedDependencies = {"shell", "journal", "access", "obligation", "school",
        "community", "staff", "activity"})
package org.jiaogongti.platform.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
