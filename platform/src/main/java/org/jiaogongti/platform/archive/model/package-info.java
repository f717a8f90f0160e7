/** The layout of an archive. */
@NullMarked
package org.jiaogongti.platform.archive.model;

import org.jspecify.annotations.NullMarked;
