/** Goals of the rounds: what is aimed at, how it is told, and whether a value with its error reaches a target. */
@NullMarked
package org.jiaogongti.charter.goals;

import org.jspecify.annotations.NullMarked;
