/** Why a number is what it is, down to the quoted characters. */
@NullMarked
package org.jiaogongti.charter.explaining;

import org.jspecify.annotations.NullMarked;
