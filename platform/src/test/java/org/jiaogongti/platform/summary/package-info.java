@NullMarked
package org.jiaogongti.platform.summary;

import org.jspecify.annotations.NullMarked;
