/** The tables of reminders. */
@NullMarked
package org.jiaogongti.platform.reminder.store;

import org.jspecify.annotations.NullMarked;
