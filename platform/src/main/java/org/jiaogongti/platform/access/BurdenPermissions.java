package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BURDEN;
import static org.jiaogongti.platform.access.Permissions.only;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code burden}. */
final class BurdenPermissions {

    private BurdenPermissions() {}

    static List<Row> rows() {
        return List.of(
                // the bureau sees what entering costs each school, a school's office its own
                only("GET", "/burden", ScopeRule.OWN_SCHOOL, BURDEN),
                only("GET", "/burden/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, BURDEN));
    }
}
