/** Keys and ciphers. */
@NullMarked
package org.jiaogongti.platform.seal.model;

import org.jspecify.annotations.NullMarked;
