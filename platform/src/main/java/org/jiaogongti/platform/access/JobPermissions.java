package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.TECHNICIAN;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code job}. */
final class JobPermissions {

    private JobPermissions() {}

    static List<Row> rows() {
        return List.of(
                // counts and times, no business data, so whoever looks after the machine may look as well
                only("GET", "/jobs", ScopeRule.DISTRICT, BUREAU_ADMIN, TECHNICIAN),
                only("POST", "/jobs/{name}/run", ScopeRule.DISTRICT, BUREAU_ADMIN, TECHNICIAN));
    }
}
