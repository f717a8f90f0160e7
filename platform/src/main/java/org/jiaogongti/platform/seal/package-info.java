/**
 * The one way to keep what must not be readable in the database: phone numbers, secrets, names of pupils. A column of type
 * {@code lib.sealed} holds what {@link org.jiaogongti.platform.seal.Seals} made, one of type {@code lib.blind_index} what finds
 * it again.
 */
@NullMarked
@ApplicationModule(displayName = "Seal", allowedDependencies = "shell")
package org.jiaogongti.platform.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
