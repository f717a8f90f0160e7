/** Rendering of templates, error pages, display preferences. */
@NullMarked
package org.jiaogongti.platform.shell.web;

import org.jspecify.annotations.NullMarked;
