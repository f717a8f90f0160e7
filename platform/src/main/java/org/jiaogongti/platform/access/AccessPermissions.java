package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.open;
import static org.jiaogongti.platform.access.Permissions.signedIn;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code access}. */
final class AccessPermissions {

    private AccessPermissions() {}

    static List<Row> rows() {
        return List.of(
                // sign-in, the own account, all accounts
                open("GET", "/sign-in"),
                open("POST", "/sign-in"),
                open("POST", "/sign-in/sample"),
                open("GET", "/start"),
                open("POST", "/start"),
                open("GET", "/link/{token}"),
                open("POST", "/link/{token}"),
                signedIn("GET", "/"),
                signedIn("GET", "/me"),
                signedIn("POST", "/me/password"),
                signedIn("POST", "/sign-out"),
                open("GET", "/sign-in/code"),
                open("POST", "/sign-in/code"),
                signedIn("GET", "/again"),
                signedIn("POST", "/again"),
                signedIn("POST", "/again/ask"),
                signedIn("GET", "/me/second-factor"),
                signedIn("POST", "/me/second-factor"),
                signedIn("POST", "/me/second-factor/beginning"),
                signedIn("POST", "/me/second-factor/codes").asking(Proof.ANEW),
                open("POST", "/sign-in/passkey"),
                signedIn("POST", "/again/passkey"),
                signedIn("GET", "/me/passkeys"),
                signedIn("POST", "/me/passkeys").asking(Proof.WAY_IN),
                signedIn("POST", "/me/passkeys/{id}/end"),
                open("GET", "/sign-in/provider"),
                open("GET", "/sign-in/provider/back"),
                open("GET", "/sign-in/provider/leaving"),
                signedIn("GET", "/me/provider"),
                signedIn("GET", "/me/provider/go"),
                signedIn("POST", "/me/provider").asking(Proof.WAY_IN),
                signedIn("POST", "/me/provider/end"),
                signedIn("POST", "/me/devices/{id}/end"),
                signedIn("GET", "/me/delegations"),
                signedIn("POST", "/me/delegations").asking(Proof.ANEW),
                signedIn("POST", "/me/delegations/{delegation}/end"),
                only("GET", "/accounts", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("GET", "/accounts/export.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
                only("GET", "/accounts/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/accounts", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("GET", "/accounts/{id}", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("GET", "/accounts/{id}/handover", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/accounts/{id}/handover", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
                only("POST", "/accounts/{id}/disabling", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/accounts/{id}/enabling", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/accounts/{id}/link", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
                only("POST", "/accounts/{id}/second-factor/removal", ScopeRule.DISTRICT, BUREAU_ADMIN)
                        .asking(Proof.ANEW),
                only("POST", "/accounts/{id}/provider", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
                only("POST", "/accounts/{id}/provider/end", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/accounts/{id}/roles", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
                only("POST", "/accounts/{id}/roles/{grant}/end", ScopeRule.DISTRICT, BUREAU_ADMIN));
    }
}
