/** Tests of the calendar pages. */
@NullMarked
package org.jiaogongti.platform.school.web;

import org.jspecify.annotations.NullMarked;
