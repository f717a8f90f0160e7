/** Charter files to a Charter; errors carry file, line, column and the way to mend them. */
@NullMarked
package org.jiaogongti.charter.reading;

import org.jspecify.annotations.NullMarked;
