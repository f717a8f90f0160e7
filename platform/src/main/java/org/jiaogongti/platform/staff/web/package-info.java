/** Pages of people placed at other schools. */
@NullMarked
package org.jiaogongti.platform.staff.web;

import org.jspecify.annotations.NullMarked;
