@NullMarked
package org.jiaogongti.platform.advice.store;

import org.jspecify.annotations.NullMarked;
