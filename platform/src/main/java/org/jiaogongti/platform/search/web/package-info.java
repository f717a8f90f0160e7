/** The page of what was found. */
@NullMarked
package org.jiaogongti.platform.search.web;

import org.jspecify.annotations.NullMarked;
