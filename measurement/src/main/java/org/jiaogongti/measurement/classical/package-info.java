/** Classical test theory: items, distractors, reliability, ranks. */
@NullMarked
package org.jiaogongti.measurement.classical;

import org.jspecify.annotations.NullMarked;
