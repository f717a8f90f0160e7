/** Tests of evidence.model. */
@NullMarked
package org.jiaogongti.platform.evidence.model;

import org.jspecify.annotations.NullMarked;
