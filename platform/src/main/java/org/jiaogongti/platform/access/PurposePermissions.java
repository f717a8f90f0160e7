package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.BUREAU_LEADER;
import static org.jiaogongti.platform.access.Role.PRINCIPAL;
import static org.jiaogongti.platform.access.Role.SCHOOL_CLERK;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code purpose}. */
final class PurposePermissions {

    private PurposePermissions() {}

    static List<Row> rows() {
        return List.of(
                // the gate to data of pupils; the bureau keeps it, schools read what was confirmed and enter answers
                only("GET", "/purposes", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN, PRINCIPAL, SCHOOL_CLERK),
                only("GET", "/purposes/{id}", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN, PRINCIPAL, SCHOOL_CLERK),
                only("GET", "/purposes/{id}/sheet.{format:docx|pdf}", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN,
                        PRINCIPAL, SCHOOL_CLERK),
                only("GET", "/purposes/consents", ScopeRule.OWN_SCHOOL, BUREAU_LEADER, BUREAU_ADMIN, PRINCIPAL,
                        SCHOOL_CLERK),
                only("GET", "/purposes/{id}/answers", ScopeRule.OWN_SCHOOL, PRINCIPAL, SCHOOL_CLERK),
                only("POST", "/purposes/{id}/answers", ScopeRule.OWN_SCHOOL, PRINCIPAL, SCHOOL_CLERK),
                only("GET", "/purposes/views", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
                only("GET", "/purposes/retention", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
                only("GET", "/purposes/new", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
                only("POST", "/purposes", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
                only("POST", "/purposes/{id}/confirmation", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                only("POST", "/purposes/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                only("POST", "/purposes/{id}/stop", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND));
    }
}
