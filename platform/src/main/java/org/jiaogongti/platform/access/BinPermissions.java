package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BIN;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code bin}. */
final class BinPermissions {

    private BinPermissions() {}

    static List<Row> rows() {
        return List.of(
                // what one has deleted oneself, what was deleted of the own school, and the bureau's
                only("GET", "/bin", ScopeRule.OWN_SCHOOL, BIN),
                only("POST", "/bin/{id}/restoration", ScopeRule.OWN_SCHOOL, BIN),
                only("GET", "/bin/certificates", ScopeRule.OWN_SCHOOL, BIN),
                only("POST", "/bin/days", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND));
    }
}
