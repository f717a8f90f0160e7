/** The rules of signing in: codes, tickets, what becomes of a sign-in. */
@NullMarked
package org.jiaogongti.platform.attendance.model;

import org.jspecify.annotations.NullMarked;
