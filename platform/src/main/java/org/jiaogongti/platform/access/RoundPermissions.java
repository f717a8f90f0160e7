package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUREAU;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.CHARTER_EDITOR;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code round}: the bureau reads the draft, those who may change the charter write and issue it. */
final class RoundPermissions {

    private RoundPermissions() {}

    static List<Row> rows() {
        return List.of(
                only("GET", "/rounds/next", ScopeRule.DISTRICT, Permissions.union(BUREAU, CHARTER_EDITOR)),
                only("GET", "/rounds/next/instances", ScopeRule.DISTRICT, Permissions.union(BUREAU, CHARTER_EDITOR)),
                only("GET", "/rounds/next/file", ScopeRule.DISTRICT, Permissions.union(BUREAU, CHARTER_EDITOR)),
                only("POST", "/rounds/next", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
                only("POST", "/rounds/next/changes", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
                only("POST", "/rounds/next/changes/removal", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
                only("POST", "/rounds/next/day", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
                only("POST", "/rounds/next/file", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
                only("POST", "/rounds/next/trial", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
                only("POST", "/rounds/next/issue", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR)
                        .asking(Proof.BY_HAND));
    }
}
