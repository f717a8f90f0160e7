/** The catalogue, and rows in and out as separated values. */
@NullMarked
package org.jiaogongti.platform.archive.store;

import org.jspecify.annotations.NullMarked;
