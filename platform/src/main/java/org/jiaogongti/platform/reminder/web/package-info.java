/** The pages of reminders. */
@NullMarked
package org.jiaogongti.platform.reminder.web;

import org.jspecify.annotations.NullMarked;
