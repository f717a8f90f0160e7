/** Tests of who belongs where. */
@NullMarked
package org.jiaogongti.platform.community;

import org.jspecify.annotations.NullMarked;
