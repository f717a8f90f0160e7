@NullMarked
package org.jiaogongti.platform.shell;

import org.jspecify.annotations.NullMarked;
