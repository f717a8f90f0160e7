package org.jiaogongti.platform.access.web;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Accounts.Account;
import org.jiaogongti.platform.access.Places.Place;
import org.jspecify.annotations.Nullable;

/**
 * An account on the administrator's pages.
 *
 * @param grants roles given to the account itself, each with the id of the grant
 */
public record AccountView(UUID id, String login, String name, boolean disabled, boolean hasPassword, boolean fromStaff,
        boolean secondFactor,
        List<GrantView> grants) {

    /** A role given to the account. */
    public record GrantView(UUID id, RoleText role) {}

    /** Message key of whether somebody can sign in by it. */
    public String state() {
        if (disabled) {
            return "access.state.disabled";
        }
        return hasPassword ? "access.state.open" : "access.state.waiting";
    }

    static AccountView of(Account account, org.jiaogongti.platform.access.@Nullable Places places) {
        return new AccountView(account.id(), account.login(), account.name(), account.disabled(), account.hasPassword(),
                account.personId() != null, account.secondFactor(),
                account.grants().stream().map(grant -> new GrantView(grant.id(), RoleText.of(grant.posting(), places)))
                        .toList());
    }

    /** What a role may be given for: choices as {@code ROLE}, places to name with it. */
    public record Choices(List<Choice> roles, List<Place> schools, List<Place> communities, List<String> subjects) {}

    /** A role by its name and message key. */
    public record Choice(String name, String key) {}
}
