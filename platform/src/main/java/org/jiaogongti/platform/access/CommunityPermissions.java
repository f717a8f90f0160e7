package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.GROUPING;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.RESEARCHER;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code community}. */
final class CommunityPermissions {

    private CommunityPermissions() {}

    static List<Row> rows() {
        return List.of(
                // who belongs where, for all who have business here; only the bureau's administrator changes it
                only("GET", "/organisation", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/organisation/export.{format:xlsx|csv}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/organisation/schools/{school}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/organisation/schools/{school}/move", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/organisation/schools/{school}/memberships", ScopeRule.DISTRICT, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                only("POST", "/organisation/schools/{school}/memberships/{from}/withdrawal", ScopeRule.DISTRICT,
                        BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("GET", "/organisation/exceptions/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/organisation/exceptions", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("POST", "/organisation/exceptions/{id}/end", ScopeRule.DISTRICT, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                // who sits where is seen by all; the facade says who changes which list
                only("GET", "/groups", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/groups/attachment-1", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/groups/attachment-1/export.{format:xlsx|csv|docx|pdf}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/groups/{community}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/groups/{community}/seats/new", ScopeRule.OWN_COMMUNITY, GROUPING),
                only("POST", "/groups/{community}/seats", ScopeRule.OWN_COMMUNITY, GROUPING).asking(Proof.BY_HAND),
                only("POST", "/groups/{community}/seats/{seat}/end", ScopeRule.OWN_COMMUNITY, GROUPING)
                        .asking(Proof.BY_HAND),
                only("GET", "/groups/{community}/exceptions/new", ScopeRule.OWN_COMMUNITY, BUREAU_ADMIN, RESEARCHER),
                only("POST", "/groups/{community}/exceptions", ScopeRule.OWN_COMMUNITY, BUREAU_ADMIN, RESEARCHER)
                        .asking(Proof.BY_HAND),
                only("POST", "/groups/{community}/exceptions/{id}/end", ScopeRule.OWN_COMMUNITY, BUREAU_ADMIN,
                        RESEARCHER).asking(Proof.BY_HAND));
    }
}
