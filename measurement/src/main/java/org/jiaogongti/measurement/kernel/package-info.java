/** Dense loops behind the exported packages. */
@NullMarked
package org.jiaogongti.measurement.kernel;

import org.jspecify.annotations.NullMarked;
