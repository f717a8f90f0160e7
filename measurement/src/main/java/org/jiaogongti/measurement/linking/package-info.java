/** Scales brought together: constants that carry the scale of one form to that of another. */
@NullMarked
package org.jiaogongti.measurement.linking;

import org.jspecify.annotations.NullMarked;
