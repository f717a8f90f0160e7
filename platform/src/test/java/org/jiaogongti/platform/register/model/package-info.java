@NullMarked
package org.jiaogongti.platform.register.model;

import org.jspecify.annotations.NullMarked;
