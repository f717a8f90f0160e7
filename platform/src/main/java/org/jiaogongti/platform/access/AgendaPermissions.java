package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.open;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code agenda}. */
final class AgendaPermissions {

    private AgendaPermissions() {}

    static List<Row> rows() {
        return List.of(
                // whose calendar it is, the facade says; a feed's secret opens that feed and nothing else
                only("GET", "/agenda", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("GET", "/agenda/feeds", ScopeRule.OWN, BUSINESS),
                only("POST", "/agenda/feeds", ScopeRule.OWN, BUSINESS).asking(Proof.BY_HAND),
                only("POST", "/agenda/feeds/{id}/revocation", ScopeRule.OWN, BUSINESS),
                open("GET", "/agenda/feed/{token}"));
    }
}
