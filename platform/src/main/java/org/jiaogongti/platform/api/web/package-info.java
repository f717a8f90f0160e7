/** Addresses below {@code /api/v1}. */
@NullMarked
package org.jiaogongti.platform.api.web;

import org.jspecify.annotations.NullMarked;
