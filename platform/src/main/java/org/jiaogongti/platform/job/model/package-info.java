/** When a job runs next. */
@NullMarked
package org.jiaogongti.platform.job.model;

import org.jspecify.annotations.NullMarked;
