@NullMarked
package org.jiaogongti.platform.access;

import org.jspecify.annotations.NullMarked;
