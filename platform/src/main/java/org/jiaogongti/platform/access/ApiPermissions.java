package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.ENTERING;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.open;
import static org.jiaogongti.platform.access.Permissions.signedIn;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code api}. */
final class ApiPermissions {

    private ApiPermissions() {}

    static List<Row> rows() {
        return List.of(
                // what other programs are told by themselves
                only("GET", "/webhooks", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/webhooks", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
                only("POST", "/webhooks/{id}/end", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/webhooks/deliveries/{id}/again", ScopeRule.DISTRICT, BUREAU_ADMIN),
                // own tokens, and the interface for programs: what their owner's roles let through, no session counts there
                signedIn("GET", "/me/tokens"),
                signedIn("POST", "/me/tokens").asking(Proof.ANEW),
                signedIn("POST", "/me/tokens/{id}/end"),
                open("GET", "/api/v1/openapi"),
                only("GET", "/api/v1/occasions", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("GET", "/api/v1/occasions/{id}", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("POST", "/api/v1/occasions", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/api/v1/occasions/{id}/withdrawal", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/api/v1/terms/{term}/duties", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/api/v1/duties/{duty}/{bearer}/{counterpart}/{period}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/api/v1/schools", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/api/v1/schools/{id}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/api/v1/communities", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/api/v1/memberships", ScopeRule.DISTRICT, BUSINESS));
    }
}
