@NullMarked
package org.jiaogongti.platform.inspection.store;

import org.jspecify.annotations.NullMarked;
