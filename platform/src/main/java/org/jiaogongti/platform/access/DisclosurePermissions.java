package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUREAU;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.open;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code disclosure}. */
final class DisclosurePermissions {

    private DisclosurePermissions() {}

    static List<Row> rows() {
        return List.of(
                // the public reads what was published, and nothing else
                open("GET", "/public"),
                open("GET", "/public/{district}"),
                open("GET", "/public/{district}/feed"),
                open("GET", "/public/{district}/requests"),
                open("POST", "/public/{district}/requests"),
                open("POST", "/public/{district}/requests/state"),
                open("GET", "/public/{district}/{id}"),
                open("GET", "/public/{district}/{id}/export.{format:pdf|txt}"),
                open("GET", "/public/{district}/{id}/files/{file}"),
                // the bureau writes, and publishes by a second person
                only("GET", "/disclosure", ScopeRule.DISTRICT, BUREAU),
                only("GET", "/disclosure/requests", ScopeRule.DISTRICT, BUREAU),
                only("GET", "/disclosure/requests/{id}", ScopeRule.DISTRICT, BUREAU),
                only("POST", "/disclosure/requests/{id}/extension", ScopeRule.DISTRICT, BUREAU)
                        .asking(Proof.BY_HAND),
                only("POST", "/disclosure/requests/{id}/answer", ScopeRule.DISTRICT, BUREAU).asking(Proof.BY_HAND),
                only("GET", "/disclosure/new", ScopeRule.DISTRICT, BUREAU),
                only("POST", "/disclosure", ScopeRule.DISTRICT, BUREAU),
                only("GET", "/disclosure/{id}", ScopeRule.DISTRICT, BUREAU),
                only("GET", "/disclosure/{id}/text", ScopeRule.DISTRICT, BUREAU),
                only("POST", "/disclosure/{id}/text", ScopeRule.DISTRICT, BUREAU),
                only("POST", "/disclosure/{id}/files", ScopeRule.DISTRICT, BUREAU),
                only("POST", "/disclosure/{id}/files/{file}/removal", ScopeRule.DISTRICT, BUREAU),
                only("POST", "/disclosure/{id}/files/{file}/look", ScopeRule.DISTRICT, BUREAU),
                only("POST", "/disclosure/{id}/clearances", ScopeRule.DISTRICT, BUREAU),
                only("POST", "/disclosure/{id}/submission", ScopeRule.DISTRICT, BUREAU),
                only("POST", "/disclosure/{id}/return", ScopeRule.DISTRICT, BUREAU),
                only("POST", "/disclosure/{id}/publication", ScopeRule.DISTRICT, BUREAU).asking(Proof.BY_HAND),
                only("POST", "/disclosure/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU).asking(Proof.BY_HAND),
                only("POST", "/disclosure/contact", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/disclosure/numbering", ScopeRule.DISTRICT, BUREAU_ADMIN));
    }
}
