/** Pages of calendars. */
@NullMarked
package org.jiaogongti.platform.agenda.web;

import org.jspecify.annotations.NullMarked;
