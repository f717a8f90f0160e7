/** SQL of this module. */
@NullMarked
package org.jiaogongti.platform.attendance.store;

import org.jspecify.annotations.NullMarked;
