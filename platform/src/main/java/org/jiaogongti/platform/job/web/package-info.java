/** The administrator's page of jobs. */
@NullMarked
package org.jiaogongti.platform.job.web;

import org.jspecify.annotations.NullMarked;
