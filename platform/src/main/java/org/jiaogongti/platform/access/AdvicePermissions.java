package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.ADVISED;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.open;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.BUREAU_CLERK;
import static org.jiaogongti.platform.access.Role.CONVENOR;
import static org.jiaogongti.platform.access.Role.PRINCIPAL;
import static org.jiaogongti.platform.access.Role.SCHOOL_CLERK;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code advice}. */
final class AdvicePermissions {

    private AdvicePermissions() {}

    static List<Row> rows() {
        return List.of(
                // a community reads its own; the bureau keeps the advisers, those who invite make links
                only("GET", "/advisers", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/advisers/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, ADVISED).asking(Proof.ANEW),
                only("GET", "/advisers/new", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK),
                only("POST", "/advisers", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK),
                only("GET", "/advisers/{id}", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("POST", "/advisers/{id}/end", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK)
                        .asking(Proof.BY_HAND),
                only("POST", "/advisers/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK),
                only("POST", "/advisers/{id}/links", ScopeRule.OWN_COMMUNITY, BUREAU_CLERK, PRINCIPAL, CONVENOR)
                        .asking(Proof.BY_HAND),
                only("POST", "/advisers/{id}/letter", ScopeRule.OWN_COMMUNITY, BUREAU_CLERK, PRINCIPAL, CONVENOR),
                only("POST", "/advisers/{id}/links/{link}/revocation", ScopeRule.OWN_COMMUNITY, BUREAU_CLERK, PRINCIPAL,
                        CONVENOR),
                only("GET", "/recommendations", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/recommendations/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, ADVISED)
                        .asking(Proof.ANEW),
                only("GET", "/recommendations/{id}", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("POST", "/recommendations/{id}/answers", ScopeRule.OWN_SCHOOL, PRINCIPAL, SCHOOL_CLERK)
                        .asking(Proof.BY_HAND),
                // an adviser has no account; the secret of the device that took a link opens these and nothing else
                open("GET", "/invitation/{token}"),
                open("POST", "/invitation/{token}"),
                open("GET", "/advising/{id}"),
                open("POST", "/advising/{id}/presence"),
                open("POST", "/advising/{id}/report"),
                open("POST", "/advising/{id}/recommendations/{recommendation}/withdrawal"));
    }
}
