/** SQL of this module. */
@NullMarked
package org.jiaogongti.platform.access.store;

import org.jspecify.annotations.NullMarked;
