@NullMarked
package org.jiaogongti.platform.spending.model;

import org.jspecify.annotations.NullMarked;
