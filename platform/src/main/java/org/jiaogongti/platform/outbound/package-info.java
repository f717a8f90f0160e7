/** The one way out: calls to addresses that people entered, guarded against reaching into the server's own network. */
@NullMarked
@ApplicationModule(displayName = "Outbound", allowedDependencies = {})
package org.jiaogongti.platform.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
