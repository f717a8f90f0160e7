package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.ADVISED;
import static org.jiaogongti.platform.access.Permissions.only;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code ledger}. */
final class LedgerPermissions {

    private LedgerPermissions() {}

    static List<Row> rows() {
        return List.of(
                // what stands behind the numbers, and whole folders of it; taking them away is asked for again
                only("GET", "/ledgers", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/ledgers/export.{format:xlsx|csv|docx|pdf}", ScopeRule.OWN_COMMUNITY, ADVISED)
                        .asking(Proof.ANEW),
                only("POST", "/ledgers/folders", ScopeRule.OWN_COMMUNITY, ADVISED).asking(Proof.ANEW),
                only("GET", "/ledgers/folders/{id}", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("POST", "/ledgers/folders/{id}/stop", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/ledgers/folders/{id}/export.zip", ScopeRule.OWN_COMMUNITY, ADVISED).asking(Proof.ANEW));
    }
}
