/** The rules of messages to other systems. */
@NullMarked
package org.jiaogongti.platform.api.model;

import org.jspecify.annotations.NullMarked;
