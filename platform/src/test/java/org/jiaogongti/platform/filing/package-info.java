@NullMarked
package org.jiaogongti.platform.filing;

import org.jspecify.annotations.NullMarked;
