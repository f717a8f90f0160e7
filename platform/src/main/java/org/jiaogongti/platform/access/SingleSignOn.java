package org.jiaogongti.platform.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.Accounts.Change;
import org.jiaogongti.platform.access.store.AccountRow;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.ProviderIdentityStore;
import org.jiaogongti.platform.access.store.ProviderIdentityStore.Row;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account a person of the district's identity provider signs in to. Only a tie that somebody has made by hand counts: never a name,
 * a number or an address that looks alike, and no account comes into being by itself.
 */
@Service
public class SingleSignOn {

    private static final String KIND = "account";
    private static final int LONGEST = 255;
    /** The number of an identity card is not kept anywhere, so it cannot be what people are known by. */
    private static final Pattern IDENTITY_CARD = Pattern.compile("[1-9][0-9]{16}[0-9Xx]");

    private final ProviderIdentityStore store;
    private final AccountStore accounts;
    private final SingleSignOnSettings settings;
    private final Accounts.Tools tools;

    SingleSignOn(ProviderIdentityStore store, AccountStore accounts, SingleSignOnSettings settings,
            Accounts.Tools tools) {
        this.store = store;
        this.accounts = accounts;
        this.settings = settings;
        this.tools = tools;
    }

    /**
     * Who the provider says that somebody is.
     *
     * @param subject stands for the person there, for ever
     * @param name how the provider calls them, for the eye only; may be empty
     * @param twice whether the provider has asked for a second factor, as the settings name it
     * @param at when the person last showed the provider who they are; null where it does not say
     */
    public record Identity(String subject, String name, boolean twice, @Nullable Instant at) {}

    /** A tie that counts. */
    public record Tie(String subject, LocalDate since) {}

    @Transactional(readOnly = true)
    public Optional<Tie> of(UUID account) {
        return store.of(settings.issuer(), account).map(row -> new Tie(row.subject(),
                LocalDate.ofInstant(row.at(), BusinessClock.ZONE)));
    }

    /** The district whose people the provider knows; empty where that is not said and there are several. */
    public Optional<District> district(Districts districts) {
        Set<District> all = Set.copyOf(districts.all());
        return settings.district().isEmpty()
                ? districts.only()
                : Optional.of(settings.district()).filter(code -> code.matches("[1-9][0-9]{5}")).map(District::new)
                        .filter(all::contains);
    }

    /** The open account that is tied to the person. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<AccountRow> owner(Identity identity) {
        return store.bySubject(settings.issuer(), identity.subject()).flatMap(row -> accounts.byId(row.account()))
                .filter(row -> !row.disabled());
    }

    /** Ties an account to a person of the provider: one's own after signing in there, or anybody's by the administrator. */
    @Transactional
    public Change tie(Actor by, UUID account, String typed) {
        String subject = typed.strip();
        if (accounts.byId(account).isEmpty()) {
            return new Change.Absent();
        }
        if (!settings.on() || subject.isEmpty() || subject.length() > LONGEST
                || subject.chars().anyMatch(Character::isISOControl)) {
            return new Change.Refused("access.provider.subject.missing");
        }
        if (IDENTITY_CARD.matcher(subject).matches()) {
            return new Change.Refused("access.provider.subject.card");
        }
        Row row = new Row(tools.ids().next(), account, subject, tools.clock().now());
        if (!store.insert(Scope.required(), settings.issuer(), row, by.accountId())) {
            return new Change.Refused("access.provider.tied-already");
        }
        tools.journal().write(by, "ProviderTied", KIND, account,
                Map.of("issuer", settings.issuer(), "self", account.equals(by.accountId())));
        return new Change.Done(account);
    }

    /** Loosens the tie; sessions that are open stay. */
    @Transactional
    public Change untie(Actor by, UUID account) {
        if (!store.end(settings.issuer(), account, by.accountId(), tools.clock().now())) {
            return new Change.Absent();
        }
        tools.journal().write(by, "ProviderUntied", KIND, account, Map.of("issuer", settings.issuer()));
        return new Change.Done(account);
    }
}
