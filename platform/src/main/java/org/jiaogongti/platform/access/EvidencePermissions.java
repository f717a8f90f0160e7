package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.ENTERING;
import static org.jiaogongti.platform.access.Permissions.only;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code evidence}. */
final class EvidencePermissions {

    private EvidencePermissions() {}

    static List<Row> rows() {
        return List.of(
                // files, by the right to the occasion that holds them
                only("POST", "/evidence", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/evidence/{id}", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("GET", "/evidence/{id}/thumbnail", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("GET", "/evidence/{id}/picture", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/evidence/{id}/removal", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/evidence/{id}/publication", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/evidence/{id}/publication", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/evidence/{id}/publication/withdrawal", ScopeRule.OWN_SCHOOL, ENTERING));
    }
}
