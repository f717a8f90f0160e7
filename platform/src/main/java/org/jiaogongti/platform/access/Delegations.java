package org.jiaogongti.platform.access;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.model.Tokens;
import org.jiaogongti.platform.access.store.AccountRow;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.DelegationStore;
import org.jiaogongti.platform.access.store.DelegationStore.DelegationRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One of somebody's own roles in a colleague's hands while they are away. It begins and ends by itself, and it is worth what
 * the role is worth: taken away from the one, it is gone from the other at the next request.
 */
@Service
public class Delegations {

    /** Longer is no absence: then the role is to be given to somebody. */
    static final int LONGEST_DAYS = 184;
    private static final String KIND = "delegation";
    /** These say who somebody is, or come by a link: nobody else can be it for them. */
    private static final Set<Role> PERSONAL = EnumSet.of(Role.TEACHER, Role.ADVISER, Role.PUBLIC);

    private final DelegationStore store;
    private final AccountStore accounts;
    private final Actors actors;
    private final Accounts.Tools tools;

    Delegations(DelegationStore store, AccountStore accounts, Actors actors, Accounts.Tools tools) {
        this.store = store;
        this.accounts = accounts;
        this.actors = actors;
        this.tools = tools;
    }

    /** A delegation that is not over. */
    public record Delegation(UUID id, Posting posting, String absent, String deputy, LocalDate first, LocalDate last) {}

    /** What somebody may hand to another, has handed, and has been handed. */
    public record State(List<Posting> own, List<Delegation> given, List<Delegation> received, LocalDate today) {}

    /**
     * What somebody asks for.
     *
     * @param posting as {@link #key} writes it
     * @param deputy the colleague's login
     */
    public record Wish(String posting, String deputy, @Nullable LocalDate first, @Nullable LocalDate last) {}

    /** A posting as a form sends it. */
    public static String key(Posting posting) {
        return posting.role() + ":" + Objects.toString(posting.schoolId(), "") + ":"
                + Objects.toString(posting.communityId(), "") + ":" + Objects.toString(posting.subject(), "");
    }

    @Transactional(readOnly = true)
    public State of(Actor actor) {
        LocalDate today = tools.clock().today();
        List<DelegationStore.NamedRow> rows = store.of(actor.accountId(), today);
        return new State(delegable(actor.accountId()), named(rows, actor.accountId(), true),
                named(rows, actor.accountId(), false), today);
    }

    private static List<Delegation> named(List<DelegationStore.NamedRow> rows, UUID account, boolean given) {
        return rows.stream().filter(named -> named.row().absent().equals(account) == given)
                .map(named -> new Delegation(named.row().id(), named.row().posting(), named.absent(), named.deputy(),
                        named.row().first(), named.row().last()))
                .toList();
    }

    /** What is held by oneself: what one holds for another cannot be handed on. */
    private List<Posting> delegable(UUID account) {
        return accounts.byId(account).map(actors::own).orElse(Set.of()).stream()
                .filter(posting -> !PERSONAL.contains(posting.role()))
                .sorted(Comparator.comparing(Delegations::key)).toList();
    }

    /** Empty when it is done, else a message key. */
    @Transactional
    public Optional<String> begin(Actor actor, Wish wish) {
        Optional<Posting> posting = delegable(actor.accountId()).stream()
                .filter(held -> key(held).equals(wish.posting())).findFirst();
        if (posting.isEmpty()) {
            return Optional.of("access.delegation.posting.missing");
        }
        LocalDate first = wish.first();
        LocalDate last = wish.last();
        if (first == null || last == null || last.isBefore(first) || last.isBefore(tools.clock().today())
                || ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
            return Optional.of("access.delegation.days.wrong");
        }
        Optional<AccountRow> deputy = accounts.byLogin(Tokens.loginKey(wish.deputy()))
                .filter(row -> !row.disabled() && !row.id().equals(actor.accountId()))
                .filter(row -> near(posting.get(), actors.own(row)));
        if (deputy.isEmpty()) {
            return Optional.of("access.delegation.deputy.missing");
        }
        DelegationRow row = new DelegationRow(tools.ids().next(), actor.accountId(), deputy.get().id(), posting.get(),
                first, last);
        if (store.insert(Scope.required(), row, actor.accountId(), tools.clock().now())) {
            tools.journal().write(actor, "RoleDelegated", KIND, row.id(),
                    Map.of("role", posting.get().role().name(), "deputy", deputy.get().id().toString(), "first",
                            first.toString(), "last", last.toString()));
        }
        return Optional.empty();
    }

    /** A school's role stays in the school, an office's among the offices; a community's with somebody who works here. */
    private static boolean near(Posting posting, Set<Posting> held) {
        return held.stream().anyMatch(own -> switch (posting.role().reach()) {
            case SCHOOL -> Objects.equals(own.schoolId(), posting.schoolId());
            case COMMUNITY, SUBJECT_GROUP -> own.role() != Role.ADVISER && own.role() != Role.TECHNICIAN;
            case DISTRICT -> own.role().reach() == Role.Reach.DISTRICT;
            case NONE -> own.role() == posting.role();
        });
    }

    /** Ends one of the actor's own at once; false when it is not theirs. */
    @Transactional
    public boolean end(Actor actor, UUID delegation) {
        if (!store.end(actor.accountId(), delegation, actor.accountId(), tools.clock().now())) {
            return false;
        }
        tools.journal().write(actor, "DelegationEnded", KIND, delegation, Map.of());
        return true;
    }
}
