/** What is signed, and how. */
@NullMarked
package org.jiaogongti.platform.head.model;

import org.jspecify.annotations.NullMarked;
