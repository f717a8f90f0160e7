/** Pages of this module. */
@NullMarked
package org.jiaogongti.platform.attendance.web;

import org.jspecify.annotations.NullMarked;
