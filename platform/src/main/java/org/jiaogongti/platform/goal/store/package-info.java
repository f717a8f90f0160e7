@NullMarked
package org.jiaogongti.platform.goal.store;

import org.jspecify.annotations.NullMarked;
