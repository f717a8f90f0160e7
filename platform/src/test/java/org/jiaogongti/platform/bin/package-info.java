@NullMarked
package org.jiaogongti.platform.bin;

import org.jspecify.annotations.NullMarked;
