@NullMarked
package org.jiaogongti.measurement.fairness;

import org.jspecify.annotations.NullMarked;
