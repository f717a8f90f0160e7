@NullMarked
package org.jiaogongti.measurement.alignment;

import org.jspecify.annotations.NullMarked;
