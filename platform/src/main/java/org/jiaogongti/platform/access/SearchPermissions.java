package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.only;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code search}. */
final class SearchPermissions {

    private SearchPermissions() {}

    static List<Row> rows() {
        return List.of(
                // each source gives what its own module lets this person open
                only("GET", "/search", ScopeRule.OWN_COMMUNITY, BUSINESS));
    }
}
