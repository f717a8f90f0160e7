/** Sums. */
@NullMarked
package org.jiaogongti.platform.burden.store;

import org.jspecify.annotations.NullMarked;
