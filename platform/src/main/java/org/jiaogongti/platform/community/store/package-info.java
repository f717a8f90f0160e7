/** SQL of this module. */
@NullMarked
package org.jiaogongti.platform.community.store;

import org.jspecify.annotations.NullMarked;
