/** Pure rules of the school calendar. */
@NullMarked
package org.jiaogongti.platform.school.model;

import org.jspecify.annotations.NullMarked;
