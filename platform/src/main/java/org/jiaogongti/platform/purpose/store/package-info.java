/** The gate's own tables. */
@NullMarked
package org.jiaogongti.platform.purpose.store;

import org.jspecify.annotations.NullMarked;
