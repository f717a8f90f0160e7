/**
 * 回收站: what was deleted by mistake comes back as it was, and what nobody brings back is erased for good on its day, with a
 * certificate. It knows no kind of thing: owners implement {@link org.jiaogongti.platform.bin.Deletable}, and whoever keeps
 * something about a thing implements {@link org.jiaogongti.platform.bin.Attached} (docs/decisions/0058).
 */
@NullMarked
@ApplicationModule(displayName = "Bin", allowedDependencies = {"shell", "journal", "access", "job", "purpose",
        "school"})
package org.jiaogongti.platform.bin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
