@NullMarked
package org.jiaogongti.platform.register;

import org.jspecify.annotations.NullMarked;
