package org.jiaogongti.platform.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.HandoverPart.Item;
import org.jiaogongti.platform.access.HandoverPart.Party;
import org.jiaogongti.platform.access.model.Tokens;
import org.jiaogongti.platform.access.store.AccountRow;
import org.jiaogongti.platform.access.store.AccountStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that somebody holds passes to a successor in one action: all of it, or nothing. */
@Service
public class Handovers {

    private static final String KIND = "account";

    private final List<HandoverPart> parts;
    private final AccountStore accounts;
    private final Accounts.Tools tools;

    Handovers(List<HandoverPart> parts, AccountStore accounts, Accounts.Tools tools) {
        this.parts = List.copyOf(parts);
        this.accounts = accounts;
        this.tools = tools;
    }

    /** What would pass, by name of the one who leaves and of the successor; the successor's is empty while none is chosen. */
    public record Preview(String leaving, String successor, List<Item> items) {}

    /** What came of it. */
    public sealed interface Result {

        record Done(UUID account) implements Result {}

        /** A no, as a message key. */
        record Refused(String key) implements Result {}

        record Absent() implements Result {}
    }

    /** Empty when there is no such account. */
    @Transactional(readOnly = true)
    public Optional<Preview> preview(UUID account, String login) {
        return accounts.byId(account).map(row -> new Preview(row.name(),
                successor(row, login).map(AccountRow::name).orElse(""), items(party(row))));
    }

    @Transactional
    public Result hand(Actor by, UUID account, String login) {
        Optional<AccountRow> leaving = accounts.byId(account);
        if (leaving.isEmpty()) {
            return new Result.Absent();
        }
        Optional<AccountRow> successor = successor(leaving.get(), login);
        if (successor.isEmpty()) {
            return new Result.Refused("access.handover.successor.missing");
        }
        Party from = party(leaving.get());
        Party to = party(successor.get());
        List<Item> items = items(from);
        if (items.isEmpty()) {
            return new Result.Refused("access.handover.nothing");
        }
        if (to.person() == null && items.stream().anyMatch(Item::needsPerson)) {
            return new Result.Refused("access.handover.person");
        }
        LocalDate today = tools.clock().today();
        parts.forEach(part -> part.pass(by, from, to, today));
        tools.journal().write(by, "HandedOver", KIND, account,
                Map.of("successor", to.account().toString(), "items", items.stream().map(Item::key).sorted().toList()));
        return new Result.Done(account);
    }

    private Optional<AccountRow> successor(AccountRow leaving, String login) {
        return accounts.byLogin(Tokens.loginKey(login))
                .filter(row -> !row.disabled() && !row.id().equals(leaving.id()));
    }

    private static Party party(AccountRow row) {
        return new Party(row.id(), row.personId());
    }

    private List<Item> items(Party from) {
        LocalDate today = tools.clock().today();
        return parts.stream().flatMap(part -> part.open(from, today).stream()).toList();
    }
}
