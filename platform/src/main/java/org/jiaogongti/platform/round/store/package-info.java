/** Rows of the next round's charter. */
@NullMarked
package org.jiaogongti.platform.round.store;

import org.jspecify.annotations.NullMarked;
