/** The tray, the form and the paper itself as pages. */
@NullMarked
package org.jiaogongti.platform.filing.web;

import org.jspecify.annotations.NullMarked;
