@NullMarked
package org.jiaogongti.platform.goal;

import org.jspecify.annotations.NullMarked;
