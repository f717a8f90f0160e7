/** SQL of this module. */
@NullMarked
package org.jiaogongti.platform.obligation.store;

import org.jspecify.annotations.NullMarked;
