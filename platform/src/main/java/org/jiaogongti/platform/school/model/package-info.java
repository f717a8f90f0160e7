/** Pure rules of the calendar, classes, timetables, bells and journeys. */
@NullMarked
package org.jiaogongti.platform.school.model;

import org.jspecify.annotations.NullMarked;
