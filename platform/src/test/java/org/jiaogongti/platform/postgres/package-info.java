@NullMarked
package org.jiaogongti.platform.postgres;

import org.jspecify.annotations.NullMarked;
