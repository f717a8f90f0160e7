@NullMarked
package org.jiaogongti.platform.staff;

import org.jspecify.annotations.NullMarked;
