@NullMarked
package org.jiaogongti.platform.spending.store;

import org.jspecify.annotations.NullMarked;
