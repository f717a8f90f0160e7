/** The platform: one Modulith module per package below. */
@NullMarked
package org.jiaogongti.platform;

import org.jspecify.annotations.NullMarked;
