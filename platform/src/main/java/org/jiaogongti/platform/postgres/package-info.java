/** The embedded PostgreSQL: unpacking the binaries, starting, adopting and stopping a cluster. Plain Java, no Spring. */
@NullMarked
package org.jiaogongti.platform.postgres;

import org.jspecify.annotations.NullMarked;
