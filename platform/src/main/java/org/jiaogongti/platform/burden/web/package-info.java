/** The meter at the forms, and its page. */
@NullMarked
package org.jiaogongti.platform.burden.web;

import org.jspecify.annotations.NullMarked;
