package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.ENTERING;
import static org.jiaogongti.platform.access.Permissions.FILING;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.RESEARCHER;
import static org.jiaogongti.platform.access.Role.TRAINING_DEPARTMENT;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code filing}. */
final class FilingPermissions {

    private FilingPermissions() {}

    static List<Row> rows() {
        return List.of(
                // each sees what they handed in and what waits for them; the facade says whose task a paper is
                only("GET", "/activities/{id}/filing", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/filing", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/filings", ScopeRule.OWN_COMMUNITY, FILING),
                only("GET", "/filings/{id}", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("POST", "/filings/{id}/decisions", ScopeRule.OWN_COMMUNITY, RESEARCHER).asking(Proof.BY_HAND),
                only("POST", "/filings/{id}/acceptance", ScopeRule.DISTRICT, TRAINING_DEPARTMENT).asking(Proof.BY_HAND),
                only("POST", "/filings/acceptances", ScopeRule.DISTRICT, TRAINING_DEPARTMENT).asking(Proof.BY_HAND),
                only("POST", "/filings/{id}/question", ScopeRule.DISTRICT, TRAINING_DEPARTMENT).asking(Proof.BY_HAND),
                only("POST", "/filings/{id}/answer", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/filings/{id}/withdrawal", ScopeRule.OWN_SCHOOL, ENTERING));
    }
}
