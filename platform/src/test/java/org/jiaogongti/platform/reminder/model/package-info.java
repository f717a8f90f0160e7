/** Tests of reminders. */
@NullMarked
package org.jiaogongti.platform.reminder.model;

import org.jspecify.annotations.NullMarked;
