/** SQL of the data keys. */
@NullMarked
package org.jiaogongti.platform.seal.store;

import org.jspecify.annotations.NullMarked;
