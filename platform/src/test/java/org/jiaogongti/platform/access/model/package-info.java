@NullMarked
package org.jiaogongti.platform.access.model;

import org.jspecify.annotations.NullMarked;
