/** Tests of evidence. */
@NullMarked
package org.jiaogongti.platform.evidence;

import org.jspecify.annotations.NullMarked;
