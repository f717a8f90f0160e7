@NullMarked
package org.jiaogongti.platform.summary.model;

import org.jspecify.annotations.NullMarked;
