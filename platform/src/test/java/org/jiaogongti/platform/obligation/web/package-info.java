/** Tests of what the obligation pages show. */
@NullMarked
package org.jiaogongti.platform.obligation.web;

import org.jspecify.annotations.NullMarked;
