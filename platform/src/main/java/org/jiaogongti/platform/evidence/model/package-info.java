/** What a file is, found from its content, and how a picture loses everything but its pixels. */
@NullMarked
package org.jiaogongti.platform.evidence.model;

import org.jspecify.annotations.NullMarked;
