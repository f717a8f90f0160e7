/** Pure rules of the calendar. */
@NullMarked
package org.jiaogongti.platform.school.model;

import org.jspecify.annotations.NullMarked;
