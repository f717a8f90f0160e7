/** Facts to contributions to progress, for a whole set and for one changed fact. */
@NullMarked
package org.jiaogongti.charter.counting;

import org.jspecify.annotations.NullMarked;
