/** Fairness: items that work differently for a group, and how unequal schools are. */
@NullMarked
package org.jiaogongti.measurement.fairness;

import org.jspecify.annotations.NullMarked;
