/** What is hashed, and how. */
@NullMarked
package org.jiaogongti.platform.journal.model;

import org.jspecify.annotations.NullMarked;
