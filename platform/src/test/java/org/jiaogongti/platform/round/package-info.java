@NullMarked
package org.jiaogongti.platform.round;

import org.jspecify.annotations.NullMarked;
