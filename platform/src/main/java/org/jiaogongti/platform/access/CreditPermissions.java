package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.LEARNING;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.open;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code credit}. */
final class CreditPermissions {

    private CreditPermissions() {}

    static List<Row> rows() {
        return List.of(
                // nobody's but one's own; no address names whose, and a showing opens for the one it names
                only("GET", "/credits", ScopeRule.OWN, LEARNING),
                only("GET", "/credits/export.{format:xlsx|csv}", ScopeRule.OWN, LEARNING),
                only("POST", "/credits/showings", ScopeRule.OWN, LEARNING),
                only("POST", "/credits/showings/{id}/end", ScopeRule.OWN, LEARNING),
                only("POST", "/credits/links", ScopeRule.OWN, LEARNING).asking(Proof.BY_HAND),
                // whoever has the link; it is over with its day or taken back
                open("GET", "/credits/link/{token}"),
                only("GET", "/credits/shown/{id}", ScopeRule.OWN, BUSINESS),
                only("GET", "/credits/rules", ScopeRule.DISTRICT, BUSINESS),
                only("POST", "/credits/rules", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND));
    }
}
