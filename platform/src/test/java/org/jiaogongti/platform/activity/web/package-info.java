/** The pages of activity, as a browser without script sees them. */
@NullMarked
package org.jiaogongti.platform.activity.web;

import org.jspecify.annotations.NullMarked;
