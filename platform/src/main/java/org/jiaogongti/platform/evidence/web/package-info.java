/** Uploading, downloading and publishing pages. */
@NullMarked
package org.jiaogongti.platform.evidence.web;

import org.jspecify.annotations.NullMarked;
