/** SQL of filings. */
@NullMarked
package org.jiaogongti.platform.filing.store;

import org.jspecify.annotations.NullMarked;
