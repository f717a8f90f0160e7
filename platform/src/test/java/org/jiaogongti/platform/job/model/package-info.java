/** Tests of what is done by itself. */
@NullMarked
package org.jiaogongti.platform.job.model;

import org.jspecify.annotations.NullMarked;
