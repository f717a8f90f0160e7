/** Tests of reminders. */
@NullMarked
package org.jiaogongti.platform.reminder;

import org.jspecify.annotations.NullMarked;
