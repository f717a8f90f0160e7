/** The rules of passwords and codes, by themselves. */
@NullMarked
package org.jiaogongti.platform.access.model;

import org.jspecify.annotations.NullMarked;
