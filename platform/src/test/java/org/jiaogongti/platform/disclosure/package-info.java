@NullMarked
package org.jiaogongti.platform.disclosure;

import org.jspecify.annotations.NullMarked;
