/** SQL of this module. */
@NullMarked
package org.jiaogongti.platform.school.store;

import org.jspecify.annotations.NullMarked;
