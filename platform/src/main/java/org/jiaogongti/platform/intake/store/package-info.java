/** Uploads, their lines, remembered mappings. */
@NullMarked
package org.jiaogongti.platform.intake.store;

import org.jspecify.annotations.NullMarked;
