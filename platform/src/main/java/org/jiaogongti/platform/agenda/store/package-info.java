/** SQL of calendars. */
@NullMarked
package org.jiaogongti.platform.agenda.store;

import org.jspecify.annotations.NullMarked;
