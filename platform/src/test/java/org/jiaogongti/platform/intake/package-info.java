@NullMarked
package org.jiaogongti.platform.intake;

import org.jspecify.annotations.NullMarked;
