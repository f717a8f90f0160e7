/** Files by content hash on disk, and their rows. */
@NullMarked
package org.jiaogongti.platform.evidence.store;

import org.jspecify.annotations.NullMarked;
