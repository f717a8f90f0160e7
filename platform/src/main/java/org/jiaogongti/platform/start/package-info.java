/** The command line of the application: what happens between {@code ./jgt demo} and the first page. */
@NullMarked
package org.jiaogongti.platform.start;

import org.jspecify.annotations.NullMarked;
