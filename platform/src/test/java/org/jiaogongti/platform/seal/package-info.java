@NullMarked
package org.jiaogongti.platform.seal;

import org.jspecify.annotations.NullMarked;
