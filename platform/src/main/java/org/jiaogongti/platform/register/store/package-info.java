@NullMarked
package org.jiaogongti.platform.register.store;

import org.jspecify.annotations.NullMarked;
