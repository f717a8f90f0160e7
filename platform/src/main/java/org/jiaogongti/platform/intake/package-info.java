/**
 * Tables from spreadsheets: a file is read, its columns are mapped, every row is shown with what would happen, good rows
 * go in, bad ones come back with their reason, and a whole import can be taken back. What a row means is said by the
 * module that owns the table, through {@link org.jiaogongti.platform.intake.SheetKind}.
 */
@NullMarked
@ApplicationModule(displayName = "Intake", allowedDependencies = {"shell", "journal", "access"})
package org.jiaogongti.platform.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
