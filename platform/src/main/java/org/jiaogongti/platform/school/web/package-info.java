/** Pages of the calendar, of timetables and of ways between places. */
@NullMarked
package org.jiaogongti.platform.school.web;

import org.jspecify.annotations.NullMarked;
