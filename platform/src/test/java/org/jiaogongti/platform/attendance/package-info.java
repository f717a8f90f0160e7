@NullMarked
package org.jiaogongti.platform.attendance;

import org.jspecify.annotations.NullMarked;
