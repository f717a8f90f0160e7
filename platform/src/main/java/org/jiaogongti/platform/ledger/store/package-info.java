/** Rows of folders. */
@NullMarked
package org.jiaogongti.platform.ledger.store;

import org.jspecify.annotations.NullMarked;
