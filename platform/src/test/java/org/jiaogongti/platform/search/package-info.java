@NullMarked
package org.jiaogongti.platform.search;

import org.jspecify.annotations.NullMarked;
