@NullMarked
package org.jiaogongti.platform.burden;

import org.jspecify.annotations.NullMarked;
