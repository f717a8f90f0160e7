package org.jiaogongti.platform.access;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.platform.access.store.GrantStore;
import org.jiaogongti.platform.access.store.GrantStore.GrantRow;
import org.springframework.stereotype.Component;

/** The roles that the bureau has given to an account itself. */
@Component
final class GrantHandover implements HandoverPart {

    private final GrantStore grants;
    private final Accounts.Tools tools;

    GrantHandover(GrantStore grants, Accounts.Tools tools) {
        this.grants = grants;
        this.tools = tools;
    }

    @Override
    public List<Item> open(Party from, LocalDate today) {
        return passing(from).stream().map(grant -> new Item(grant.posting().role().key(),
                tools.place(grant.posting()), false)).toList();
    }

    /** A teacher or an adviser is one in person. */
    private List<GrantRow> passing(Party from) {
        return grants.of(List.of(from.account())).stream().filter(grant -> grant.posting().role() != Role.TEACHER
                && grant.posting().role() != Role.ADVISER).toList();
    }

    @Override
    public void pass(Actor by, Party from, Party to, LocalDate today) {
        List<Posting> held = grants.of(List.of(to.account())).stream().map(GrantRow::posting).toList();
        for (GrantRow grant : passing(from)) {
            if (!held.contains(grant.posting())) {
                grants.insert(Scope.required(), new GrantRow(tools.ids().next(), to.account(), grant.posting()),
                        by.accountId(), tools.clock().now());
            }
            grants.end(from.account(), grant.id(), by.accountId(), tools.clock().now());
        }
    }
}
