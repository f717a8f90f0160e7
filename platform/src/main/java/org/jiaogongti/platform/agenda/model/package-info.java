/** Pure rules of calendars: when something is, what stands in its way, what a program is sent. */
@NullMarked
package org.jiaogongti.platform.agenda.model;

import org.jspecify.annotations.NullMarked;
