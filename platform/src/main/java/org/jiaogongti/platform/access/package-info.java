/** Sign-in, actor, scope and the one permission table. */
@NullMarked
package org.jiaogongti.platform.access;

import org.jspecify.annotations.NullMarked;
