package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.BUREAU_LEADER;
import static org.jiaogongti.platform.access.Role.CHARTER_EDITOR;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code obligation}. */
final class ObligationPermissions {

    private ObligationPermissions() {}

    static List<Row> rows() {
        return List.of(
                // communities' duties are seen by all who have business here; only the bureau lifts one
                only("GET", "/board", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/board.csv", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/board.xlsx", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/duties/{duty}/{community}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/duties/{duty}/{bearer}/{counterpart}/{period}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/duties/{duty}/{bearer}/{counterpart}/{period}/export.{format:xlsx|csv}",
                        ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/charter", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/charter/what-if", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/charter/readings", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/charter/notice", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/charter/file", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/charter/changes", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/charter/changes/{id}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/charter/changes/new", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
                only("GET", "/charter/changes/file", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
                only("POST", "/charter/changes/file", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
                only("POST", "/charter/changes", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
                only("POST", "/charter/changes/{id}/confirmation", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR)
                        .asking(Proof.BY_HAND),
                only("POST", "/charter/changes/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR)
                        .asking(Proof.BY_HAND),
                only("GET", "/waivers", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
                only("GET", "/waivers/export.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
                only("GET", "/waivers/preview/export.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_LEADER,
                        BUREAU_ADMIN),
                only("GET", "/waivers/new", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
                only("GET", "/waivers/preview", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
                only("POST", "/waivers", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("POST", "/waivers/{id}/revocation", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND));
    }
}
