/** Pages of the school calendar. */
@NullMarked
package org.jiaogongti.platform.school.web;

import org.jspecify.annotations.NullMarked;
