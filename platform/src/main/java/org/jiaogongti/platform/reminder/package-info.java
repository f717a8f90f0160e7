/**
 * Messages to people about what is due: in the app, by mail, in group chats. Modules that know what is due say so through
 * {@link org.jiaogongti.platform.reminder.Due.Source}; what is done is not said any more, so nothing is sent after it.
 */
@NullMarked
@ApplicationModule(displayName = "Reminder", allowedDependencies = {"shell", "journal", "access", "job", "seal",
        "outbound"})
package org.jiaogongti.platform.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
