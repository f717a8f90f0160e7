/**
 * 台账: what stands behind the duties' numbers, as pages, tables and documents, and whole folders of it for an inspection
 * (迎检). Nothing is entered for it.
 */
@NullMarked
@ApplicationModule(displayName = "Ledger", allowedDependencies = {"shell", "journal", "access", "obligation",
        "evidence",
        "activity"})
package org.jiaogongti.platform.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
