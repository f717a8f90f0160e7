/** How training is counted, from records and rules. */
@NullMarked
package org.jiaogongti.platform.credit.model;

import org.jspecify.annotations.NullMarked;
