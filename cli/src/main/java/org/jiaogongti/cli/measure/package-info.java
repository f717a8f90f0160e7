/** {@code jgt measure}: the library of measurement over CSV files. */
@NullMarked
package org.jiaogongti.cli.measure;

import org.jspecify.annotations.NullMarked;
