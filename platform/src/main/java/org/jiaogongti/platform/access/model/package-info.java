/** Passwords, tokens and the brake on guessing. */
@NullMarked
package org.jiaogongti.platform.access.model;

import org.jspecify.annotations.NullMarked;
