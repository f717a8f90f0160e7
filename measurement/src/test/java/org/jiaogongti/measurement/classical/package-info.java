@NullMarked
package org.jiaogongti.measurement.classical;

import org.jspecify.annotations.NullMarked;
