/** Tests of goals. */
@NullMarked
package org.jiaogongti.charter.goals;

import org.jspecify.annotations.NullMarked;
