/** Tests of what the interface for programs answers. */
@NullMarked
package org.jiaogongti.platform.api.web;

import org.jspecify.annotations.NullMarked;
