/** The tables of jobs. */
@NullMarked
package org.jiaogongti.platform.job.store;

import org.jspecify.annotations.NullMarked;
