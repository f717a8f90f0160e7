/** A directory of CSV files to facts; every error with its file, its line and the way to mend it. */
@NullMarked
package org.jiaogongti.cli.facts;

import org.jspecify.annotations.NullMarked;
