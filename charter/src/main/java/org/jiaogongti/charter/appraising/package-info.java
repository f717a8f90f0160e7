/** What a year comes to: schemes, scores, the schools' contributions and the division of money, all in exact fractions. */
@NullMarked
package org.jiaogongti.charter.appraising;

import org.jspecify.annotations.NullMarked;
