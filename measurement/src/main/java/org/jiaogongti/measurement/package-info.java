/** Scores of persons on items, estimates with their errors, and refusals that name the place. */
@NullMarked
package org.jiaogongti.measurement;

import org.jspecify.annotations.NullMarked;
