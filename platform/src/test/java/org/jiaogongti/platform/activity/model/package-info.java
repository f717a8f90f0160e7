/** Tests of activity.model. */
@NullMarked
package org.jiaogongti.platform.activity.model;

import org.jspecify.annotations.NullMarked;
