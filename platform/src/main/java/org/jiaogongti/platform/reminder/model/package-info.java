/** Who is reminded of what, when: pure. */
@NullMarked
package org.jiaogongti.platform.reminder.model;

import org.jspecify.annotations.NullMarked;
