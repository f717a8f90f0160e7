/** The page on which the demo's date is moved on. */
@NullMarked
package org.jiaogongti.platform.sample.web;

import org.jspecify.annotations.NullMarked;
