/** Rules of purposes and consents, without database and clock. */
@NullMarked
package org.jiaogongti.platform.purpose.model;

import org.jspecify.annotations.NullMarked;
