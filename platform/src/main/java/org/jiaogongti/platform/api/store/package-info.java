/** The tables of messages to other systems. */
@NullMarked
package org.jiaogongti.platform.api.store;

import org.jspecify.annotations.NullMarked;
