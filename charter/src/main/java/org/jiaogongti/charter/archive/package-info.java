/** A frozen appraisal as one file that anybody can compute again: what it was computed from, and what it came to. */
@NullMarked
package org.jiaogongti.charter.archive;

import org.jspecify.annotations.NullMarked;
