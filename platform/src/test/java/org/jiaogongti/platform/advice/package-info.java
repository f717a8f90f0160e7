@NullMarked
package org.jiaogongti.platform.advice;

import org.jspecify.annotations.NullMarked;
