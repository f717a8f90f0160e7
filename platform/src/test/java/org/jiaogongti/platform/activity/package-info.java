/** Tests of activity. */
@NullMarked
package org.jiaogongti.platform.activity;

import org.jspecify.annotations.NullMarked;
