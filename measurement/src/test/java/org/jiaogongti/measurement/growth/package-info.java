@NullMarked
package org.jiaogongti.measurement.growth;

import org.jspecify.annotations.NullMarked;
