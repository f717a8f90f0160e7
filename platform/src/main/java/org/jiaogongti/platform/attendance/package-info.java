/**
 * 签到: who came to an occasion. Codes on the host's screen, phones without an account, sign-ins that arrive late from a hall
 * without network, paper, and the host who signs others in; from it the occasion knows how many came of each school.
 */
@NullMarked
@ApplicationModule(displayName = "Attendance", allowedDependencies = {"shell", "bin", "journal", "access", "job",
        "search",
        "seal",
        "school", "evidence", "activity"})
package org.jiaogongti.platform.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
