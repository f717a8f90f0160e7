@NullMarked
package org.jiaogongti.measurement.linking;

import org.jspecify.annotations.NullMarked;
