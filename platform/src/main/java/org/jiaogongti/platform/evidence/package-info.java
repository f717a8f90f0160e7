/**
 * Files by content hash: checked, re-encoded, previewed. It knows an opaque holder and asks whoever implements
 * {@link org.jiaogongti.platform.evidence.EvidenceAccess} who may see what the holder holds.
 */
@NullMarked
package org.jiaogongti.platform.evidence;

import org.jspecify.annotations.NullMarked;
