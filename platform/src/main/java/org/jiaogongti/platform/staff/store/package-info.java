/** SQL of this module. */
@NullMarked
package org.jiaogongti.platform.staff.store;

import org.jspecify.annotations.NullMarked;
