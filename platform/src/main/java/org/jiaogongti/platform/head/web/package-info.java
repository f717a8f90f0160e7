/** The page of heads. */
@NullMarked
package org.jiaogongti.platform.head.web;

import org.jspecify.annotations.NullMarked;
