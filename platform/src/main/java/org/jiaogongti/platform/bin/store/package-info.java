/** Rows of the bin. */
@NullMarked
package org.jiaogongti.platform.bin.store;

import org.jspecify.annotations.NullMarked;
