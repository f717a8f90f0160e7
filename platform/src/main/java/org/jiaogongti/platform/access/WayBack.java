package org.jiaogongti.platform.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiaogongti.platform.access.model.Tokens;
import org.jiaogongti.platform.access.store.AccountRow;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.AttemptStore.LinkRow;
import org.jiaogongti.platform.access.store.GrantStore.GrantRow;
import org.jiaogongti.platform.access.store.StoresAtHand;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;

/**
 * How a district that nobody can administer any more comes back: a one-time link for a bureau administrator, given on the server to
 * whoever owns the data. What another administrator can do in the browser is done there.
 */
public final class WayBack {

    private static final Duration LINK_LIFE = Duration.ofHours(1);
    private static final String KIND = "account";

    private final StoresAtHand stores;
    private final Journal journal;
    private final Ids ids;
    private final BusinessClock clock;

    private WayBack(StoresAtHand stores, Journal journal, Ids ids, BusinessClock clock) {
        this.stores = stores;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Over a connection of the application's role, in a transaction with the district set; the caller commits. */
    public static WayBack over(DataSource connections, BusinessClock clock) {
        return new WayBack(StoresAtHand.over(connections), Journal.over(connections, clock), new Ids(clock), clock);
    }

    /** Somebody who holds the role; {@code active} when they may sign in. */
    public record Administrator(String login, String name, boolean active) {}

    /** What came of it. */
    public sealed interface Answer {

        /** @param token for the address {@code /link/…}, to the end of {@code until} */
        record Linked(String login, String name, String token, Instant until) implements Answer {}

        /** Nobody is named, and there is not exactly one to mean. */
        record Unclear(List<Administrator> known) implements Answer {}

        /** Another administrator can enable accounts and give the role, in the browser. */
        record OthersCan(List<Administrator> active) implements Answer {}

        /** The login is somebody's already, or too short or long; or the name is missing. */
        record NotMade() implements Answer {}
    }

    public List<District> districts() {
        return stores.districts().all().stream().map(row -> row.district()).toList();
    }

    private List<AccountRow> holders() {
        return stores.grants().holders(Role.BUREAU_ADMIN).stream().flatMap(id -> stores.accounts().byId(id).stream())
                .toList();
    }

    private static List<Administrator> named(List<AccountRow> rows) {
        return rows.stream().map(row -> new Administrator(row.login(), row.name(), !row.disabled())).toList();
    }

    /**
     * A link by which an administrator sets a new password; a disabled one is enabled when there is no other.
     *
     * @param login whose; empty where only one can be meant
     * @param withoutFactors takes the second factor and the passkeys away too, for a phone that is lost with its codes
     */
    public Answer link(District district, String login, boolean withoutFactors) {
        stores.grants().lockHolders(Role.BUREAU_ADMIN);
        List<AccountRow> holders = holders();
        List<AccountRow> active = holders.stream().filter(row -> !row.disabled()).toList();
        List<AccountRow> meant = login.isBlank()
                ? active.isEmpty() ? holders : active
                : stores.accounts().byLogin(Tokens.loginKey(login)).filter(holders::contains).stream().toList();
        if (meant.size() != 1) {
            return new Answer.Unclear(named(holders));
        }
        AccountRow row = meant.getFirst();
        if (row.disabled()) {
            if (!active.isEmpty()) {
                return new Answer.OthersCan(named(active));
            }
            stores.accounts().enable(row.id());
            journal.write(Actor.system(), "AccountEnabled", KIND, row.id(), Map.of());
        }
        if (withoutFactors) {
            boolean factor = stores.factors().remove(row.id());
            int passkeys = stores.passkeys().endAll(row.id(), clock.now());
            stores.accounts().endSessions(row.id());
            journal.write(Actor.system(), "SecondFactorRemoved", KIND, row.id(),
                    Map.of("factor", factor, "passkeys", passkeys));
        }
        return linked(district, row.id(), row.login(), row.name());
    }

    /** A first administrator anew, for a district where nobody holds the role and may sign in. */
    public Answer anew(District district, String login, String name) {
        Set<UUID> active = stores.grants().lockHolders(Role.BUREAU_ADMIN);
        if (!active.isEmpty()) {
            return new Answer.OthersCan(named(holders().stream().filter(row -> !row.disabled()).toList()));
        }
        Optional<String> problem = Accounts.unfit(login, name);
        UUID id = ids.next();
        UUID by = Actor.system().accountId();
        Instant now = clock.now();
        if (problem.isPresent() || !stores.accounts().insert(district, new AccountStore.NewRow(id, login.strip(),
                Tokens.loginKey(login), name.strip(), null, null, null), by, now)) {
            return new Answer.NotMade();
        }
        stores.grants().insert(district, new GrantRow(ids.next(), id, Posting.inDistrict(Role.BUREAU_ADMIN)), by, now);
        journal.write(Actor.system(), "AccountCreated", KIND, id, Map.of("roles", List.of(Role.BUREAU_ADMIN.name())));
        return linked(district, id, login.strip(), name.strip());
    }

    private Answer linked(District district, UUID id, String login, String name) {
        Instant now = clock.now();
        Tokens.LinkToken token = Tokens.newLink(district);
        stores.attempts().voidLinks(id, now);
        stores.attempts().insertLink(district, token.hash(), new LinkRow(id, SignIns.NEW_PASSWORD),
                Actor.system().accountId(), now, now.plus(LINK_LIFE));
        journal.write(Actor.system(), "LinkIssued", KIND, id, Map.of("purpose", SignIns.NEW_PASSWORD));
        return new Answer.Linked(login, name, token.text(), now.plus(LINK_LIFE));
    }
}
