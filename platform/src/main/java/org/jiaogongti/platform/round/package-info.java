/**
 * 下一轮章程: once a round is being assessed, the next round's charter is drafted as a difference, tried on what the round came
 * to, and issued by a second person. Phases and readings come from the charter, counting from {@code obligation}.
 */
@NullMarked
@ApplicationModule(displayName = "Round", allowedDependencies = {"shell", "journal", "access", "job", "obligation",
        "inspection"})
package org.jiaogongti.platform.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
