package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code intake}. */
final class IntakePermissions {

    private IntakePermissions() {}

    static List<Row> rows() {
        return List.of(
                // the district's tables are the bureau administrator's; each table says so itself as well
                only("GET", "/tables", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("GET", "/tables/{kind}/template.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("GET", "/tables/{kind}/rows.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_ADMIN)
                        .asking(Proof.ANEW),
                only("POST", "/tables/{kind}/uploads", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("GET", "/uploads/{id}", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/uploads/{id}/mapping", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/uploads/{id}/acceptance", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/uploads/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("GET", "/uploads/{id}/returned.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_ADMIN));
    }
}
