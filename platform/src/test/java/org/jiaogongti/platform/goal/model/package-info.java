@NullMarked
package org.jiaogongti.platform.goal.model;

import org.jspecify.annotations.NullMarked;
