/** The append-only, hash-chained record of who did what. */
@NullMarked
package org.jiaogongti.platform.journal;

import org.jspecify.annotations.NullMarked;
