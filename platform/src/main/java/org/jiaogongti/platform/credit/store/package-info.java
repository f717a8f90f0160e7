/** Rules, showings and looks. */
@NullMarked
package org.jiaogongti.platform.credit.store;

import org.jspecify.annotations.NullMarked;
