/** Pages about who belongs where. */
@NullMarked
package org.jiaogongti.platform.community.web;

import org.jspecify.annotations.NullMarked;
