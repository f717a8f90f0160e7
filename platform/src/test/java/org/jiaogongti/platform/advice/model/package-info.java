@NullMarked
package org.jiaogongti.platform.advice.model;

import org.jspecify.annotations.NullMarked;
