/** SQL of heads. */
@NullMarked
package org.jiaogongti.platform.head.store;

import org.jspecify.annotations.NullMarked;
