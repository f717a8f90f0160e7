/** Pages about who belongs where and who sits in which group. */
@NullMarked
package org.jiaogongti.platform.community.web;

import org.jspecify.annotations.NullMarked;
