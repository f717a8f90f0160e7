/** Item response theory: calibration, scoring, fit. */
@NullMarked
package org.jiaogongti.measurement.irt;

import org.jspecify.annotations.NullMarked;
