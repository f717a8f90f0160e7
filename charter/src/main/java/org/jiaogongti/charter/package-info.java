/** The charter: duties of a notice, each with its clause, quoted to the character. */
@NullMarked
package org.jiaogongti.charter;

import org.jspecify.annotations.NullMarked;
