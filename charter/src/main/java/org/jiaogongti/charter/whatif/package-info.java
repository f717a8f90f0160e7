/** The same facts under another number or reading. */
@NullMarked
package org.jiaogongti.charter.whatif;

import org.jspecify.annotations.NullMarked;
