/**
 * A whole district as one file: written at the shell, read back into another installation, compared there row by row. It knows
 * no table by name but those that it leaves out, and reads the rest from the catalogue.
 */
@NullMarked
@ApplicationModule(displayName = "Archive", allowedDependencies = {"access", "evidence", "journal", "seal", "shell"})
package org.jiaogongti.platform.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
