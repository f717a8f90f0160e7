@NullMarked
package org.jiaogongti.platform.attendance.model;

import org.jspecify.annotations.NullMarked;
