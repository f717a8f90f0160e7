@NullMarked
package org.jiaogongti.measurement.diagnosis;

import org.jspecify.annotations.NullMarked;
