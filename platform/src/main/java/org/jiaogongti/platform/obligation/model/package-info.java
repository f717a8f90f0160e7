/** Rules of this module. */
@NullMarked
package org.jiaogongti.platform.obligation.model;

import org.jspecify.annotations.NullMarked;
