/** How well objectives, teaching and a paper fit each other. */
@NullMarked
package org.jiaogongti.measurement.alignment;

import org.jspecify.annotations.NullMarked;
