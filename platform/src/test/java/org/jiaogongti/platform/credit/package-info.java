@NullMarked
package org.jiaogongti.platform.credit;

import org.jspecify.annotations.NullMarked;
