@NullMarked
package org.jiaogongti.platform.api;

import org.jspecify.annotations.NullMarked;
