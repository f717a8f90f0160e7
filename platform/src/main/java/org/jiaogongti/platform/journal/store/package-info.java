/** SQL of the journal. */
@NullMarked
package org.jiaogongti.platform.journal.store;

import org.jspecify.annotations.NullMarked;
