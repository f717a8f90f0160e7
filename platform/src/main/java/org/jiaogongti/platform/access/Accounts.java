package org.jiaogongti.platform.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.model.Passwords;
import org.jiaogongti.platform.access.model.Tokens;
import org.jiaogongti.platform.access.store.AccountRow;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.AttemptStore;
import org.jiaogongti.platform.access.store.AttemptStore.LinkRow;
import org.jiaogongti.platform.access.store.GrantStore;
import org.jiaogongti.platform.access.store.GrantStore.GrantRow;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the district in scope: made, disabled, given roles and one-time links. */
@Service
public class Accounts {

    private static final Duration LINK_LIFE = Duration.ofDays(7);
    private static final String KIND = "account";

    private final AccountStore accounts;
    private final GrantStore grants;
    private final AttemptStore attempts;
    private final Devices devices;
    private final Tools tools;

    Accounts(AccountStore accounts, GrantStore grants, AttemptStore attempts, Devices devices, Tools tools) {
        this.accounts = accounts;
        this.grants = grants;
        this.attempts = attempts;
        this.devices = devices;
        this.tools = tools;
    }

    /** What keeping accounts needs besides their tables. */
    @org.springframework.stereotype.Component
    record Tools(Passwords passwords, Journal journal, Ids ids, BusinessClock clock, ObjectProvider<Places> places) {

        /** The name of a posting's school or community. */
        String place(Posting posting) {
            Places known = places.getIfAvailable();
            return known == null ? "" : known.place(posting);
        }

        /** The application itself makes accounts before the schools are there; people choose among what there is. */
        boolean known(Actor by, Posting posting) {
            Places known = places.getIfAvailable();
            return by.equals(Actor.system()) || known == null || known.known(posting);
        }
    }

    /**
     * An account with the roles given to it.
     *
     * @param secondFactor whether it has one, or a passkey
     */
    public record Account(UUID id, String login, String name, @Nullable UUID personId, boolean disabled,
            boolean hasPassword, boolean secondFactor, List<Grant> grants) {

        public Set<Role> roles() {
            return grants.stream().map(grant -> grant.posting().role()).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** A role given to an account. */
    public record Grant(UUID id, Posting posting) {}

    /** What came of a change to an account. */
    public sealed interface Change {

        record Done(UUID account) implements Change {}

        record Linked(UUID account, String token) implements Change {}

        /** A no, as a message key. */
        record Refused(String key) implements Change {}

        record Absent() implements Change {}
    }

    /** One page in the order of names, after the given account. */
    @Transactional(readOnly = true)
    public List<Account> page(String containing, @Nullable UUID after, int size) {
        List<AccountRow> rows = accounts.page(containing.strip(), after, size);
        return withGrants(rows);
    }

    @Transactional(readOnly = true)
    public Optional<Account> byId(UUID id) {
        return accounts.byId(id).map(row -> withGrants(List.of(row)).getFirst());
    }

    /** Names of people with an account that stand in a text; for whoever makes it public. */
    @Transactional(readOnly = true)
    public Set<String> namedIn(String text) {
        return accounts.namedIn(text);
    }

    /** The one-click accounts of a demo. */
    @Transactional(readOnly = true)
    public List<Account> samples() {
        return withGrants(accounts.samples());
    }

    private List<Account> withGrants(List<AccountRow> rows) {
        Map<UUID, List<GrantRow>> given = grants.of(rows.stream().map(AccountRow::id).toList()).stream()
                .collect(Collectors.groupingBy(GrantRow::account));
        return rows.stream()
                .map(row -> new Account(row.id(), row.login(), row.name(), row.personId(), row.disabled(),
                        row.passwordHash() != null, row.secondFactor() || row.passkey(),
                        given.getOrDefault(row.id(), List.of()).stream()
                                .map(grant -> new Grant(grant.id(), grant.posting())).toList()))
                .toList();
    }

    @Transactional
    public Change create(Actor by, NewAccount account) {
        Optional<String> problem = problem(by, account);
        if (problem.isPresent()) {
            return new Change.Refused(problem.get());
        }
        Instant now = tools.clock().now();
        UUID id = tools.ids().next();
        String password = account.password();
        AccountStore.NewRow row = new AccountStore.NewRow(id, account.login().strip(),
                Tokens.loginKey(account.login()), account.name().strip(), account.personId(),
                password == null ? null : tools.passwords().encode(password), account.sampleOrder());
        if (!accounts.insert(Scope.required(), row, by.accountId(), now)) {
            return new Change.Refused("access.login.taken");
        }
        for (Posting role : account.roles()) {
            grants.insert(Scope.required(), new GrantRow(tools.ids().next(), id, role), by.accountId(), now);
        }
        tools.journal().write(by, "AccountCreated", KIND, id,
                Map.of("roles", account.roles().stream().map(role -> role.role().name()).sorted().toList()));
        return new Change.Done(id);
    }

    private Optional<String> problem(Actor by, NewAccount account) {
        Optional<String> unfit = unfit(account.login(), account.name());
        if (unfit.isPresent()) {
            return unfit;
        }
        if (!account.roles().stream().allMatch(role -> whole(role) && tools.known(by, role))) {
            return Optional.of("access.role.incomplete");
        }
        String password = account.password();
        return password == null ? Optional.empty() : tools.passwords().problem(password, account.login());
    }

    /** Why nobody can be called so: a message key; empty when they can. */
    static Optional<String> unfit(String login, String name) {
        if (Tokens.loginKey(login).length() < 3 || login.length() > 60) {
            return Optional.of("access.login.length");
        }
        return name.isBlank() || name.length() > 60 ? Optional.of("access.name.missing") : Optional.empty();
    }

    /** Whether a role names exactly what it reaches. */
    static boolean whole(Posting posting) {
        boolean school = posting.schoolId() != null;
        boolean community = posting.communityId() != null;
        String subject = posting.subject();
        boolean hasSubject = subject != null && !subject.isBlank();
        return posting.role() != Role.PUBLIC && switch (posting.role().reach()) {
            case NONE, DISTRICT -> !school && !community && !hasSubject;
            case SCHOOL -> school && !community && !hasSubject;
            case COMMUNITY -> !school && community && !hasSubject;
            case SUBJECT_GROUP -> !school && community && hasSubject;
        };
    }

    /**
     * Keeps how big somebody wants the type, for every device they sign in on. It is in no journal: how well somebody sees
     * is nobody's business.
     *
     * @param size large or larger, or null where the device decides
     */
    @Transactional
    public void chooseTypeSize(UUID account, @Nullable String size) {
        accounts.setTypeSize(account, size);
    }

    /** Nobody disables their own account, nor the last administrator's. */
    @Transactional
    public Change disable(Actor by, UUID id) {
        if (id.equals(by.accountId())) {
            return new Change.Refused("access.own.disable");
        }
        if (accounts.byId(id).isEmpty()) {
            return new Change.Absent();
        }
        if (lastAdministrator(id)) {
            return new Change.Refused("access.account.last-admin");
        }
        if (accounts.disable(id, by.accountId(), tools.clock().now())) {
            attempts.voidLinks(id, tools.clock().now());
            devices.forgetAll(id);
            tools.journal().write(by, "AccountDisabled", KIND, id, Map.of());
        }
        return new Change.Done(id);
    }

    @Transactional
    public Change enable(Actor by, UUID id) {
        if (accounts.byId(id).isEmpty()) {
            return new Change.Absent();
        }
        if (accounts.enable(id)) {
            tools.journal().write(by, "AccountEnabled", KIND, id, Map.of());
        }
        return new Change.Done(id);
    }

    @Transactional
    public Change grant(Actor by, UUID id, Posting role) {
        if (accounts.byId(id).isEmpty()) {
            return new Change.Absent();
        }
        if (!whole(role) || !tools.known(by, role)) {
            return new Change.Refused("access.role.incomplete");
        }
        boolean held = grants.of(List.of(id)).stream().anyMatch(grant -> grant.posting().equals(role));
        if (held) {
            return new Change.Refused("access.role.held");
        }
        grants.insert(Scope.required(), new GrantRow(tools.ids().next(), id, role), by.accountId(),
                tools.clock().now());
        tools.journal().write(by, "RoleGranted", KIND, id, Map.of("role", role.role().name()));
        return new Change.Done(id);
    }

    /** The last administrator of a district keeps that role. */
    @Transactional
    public Change endGrant(Actor by, UUID id, UUID grant) {
        Optional<GrantRow> row = grants.byId(id, grant);
        if (row.isEmpty()) {
            return new Change.Absent();
        }
        if (row.get().posting().role() == Role.BUREAU_ADMIN && lastAdministrator(id)) {
            return new Change.Refused("access.role.last-admin");
        }
        grants.end(id, grant, by.accountId(), tools.clock().now());
        tools.journal().write(by, "RoleEnded", KIND, id, Map.of("role", row.get().posting().role().name()));
        return new Change.Done(id);
    }

    /** Without one, nobody could give the role to anybody but on the server itself. */
    private boolean lastAdministrator(UUID id) {
        return grants.lockHolders(Role.BUREAU_ADMIN).equals(Set.of(id));
    }

    /**
     * A link that works once within a week. An adviser signs in by it; anybody else sets a new password. Earlier links of the account are
     * void.
     */
    @Transactional
    public Change link(Actor by, UUID id) {
        Optional<AccountRow> row = accounts.byId(id);
        if (row.isEmpty()) {
            return new Change.Absent();
        }
        if (row.get().disabled()) {
            return new Change.Refused("access.link.disabled");
        }
        Set<Role> roles = grants.of(List.of(id)).stream().map(grant -> grant.posting().role())
                .collect(Collectors.toSet());
        String purpose = roles.equals(Set.of(Role.ADVISER)) ? SignIns.BY_LINK : SignIns.NEW_PASSWORD;
        Instant now = tools.clock().now();
        Tokens.LinkToken token = Tokens.newLink(Scope.required());
        attempts.voidLinks(id, now);
        attempts.insertLink(Scope.required(), token.hash(), new LinkRow(id, purpose), by.accountId(), now,
                now.plus(LINK_LIFE));
        tools.journal().write(by, "LinkIssued", KIND, id, Map.of("purpose", purpose));
        return new Change.Linked(id, token.text());
    }
}
