@NullMarked
package org.jiaogongti.platform.inspection.model;

import org.jspecify.annotations.NullMarked;
