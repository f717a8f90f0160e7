/** School years, terms, rounds, phases; the week before term and the mid-term week. */
@NullMarked
package org.jiaogongti.charter.calendar;

import org.jspecify.annotations.NullMarked;
