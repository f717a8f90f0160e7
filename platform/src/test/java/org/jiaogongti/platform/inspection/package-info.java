@NullMarked
package org.jiaogongti.platform.inspection;

import org.jspecify.annotations.NullMarked;
