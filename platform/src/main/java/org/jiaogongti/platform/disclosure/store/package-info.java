@NullMarked
package org.jiaogongti.platform.disclosure.store;

import org.jspecify.annotations.NullMarked;
