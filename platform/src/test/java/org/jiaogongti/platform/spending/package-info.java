@NullMarked
package org.jiaogongti.platform.spending;

import org.jspecify.annotations.NullMarked;
