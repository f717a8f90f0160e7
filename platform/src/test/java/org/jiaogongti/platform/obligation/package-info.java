@NullMarked
package org.jiaogongti.platform.obligation;

import org.jspecify.annotations.NullMarked;
