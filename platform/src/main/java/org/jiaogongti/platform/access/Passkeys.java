package org.jiaogongti.platform.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.model.Ceremonies;
import org.jiaogongti.platform.access.model.Ceremonies.Here;
import org.jiaogongti.platform.access.model.Ceremonies.Made;
import org.jiaogongti.platform.access.model.Ceremonies.Shown;
import org.jiaogongti.platform.access.model.Ceremonies.Verdict;
import org.jiaogongti.platform.access.model.Tokens;
import org.jiaogongti.platform.access.store.AccountRow;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.PasskeyStore;
import org.jiaogongti.platform.access.store.PasskeyStore.Row;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Passkeys: what a phone or computer shows instead of a password and a code. */
@Service
public class Passkeys {

    private static final String KIND = "passkey";
    private static final int MOST = 10;
    private static final int LONGEST_NAME = 40;
    private static final int DISTRICT_CODE = 6;

    private final PasskeyStore store;
    private final AccountStore accounts;
    private final Ceremonies ceremonies;
    private final Accounts.Tools tools;

    Passkeys(PasskeyStore store, AccountStore accounts, Ceremonies ceremonies, Accounts.Tools tools) {
        this.store = store;
        this.accounts = accounts;
        this.ceremonies = ceremonies;
        this.tools = tools;
    }

    /**
     * A passkey as its owner sees it.
     *
     * @param host the address for which it counts
     * @param synced whether the maker of the device keeps it for the owner's other devices too
     */
    public record Passkey(UUID id, String name, String host, boolean synced, LocalDate made,
            @Nullable LocalDate lastUsed) {}

    /**
     * What a device is told when it makes one.
     *
     * @param owner what it gives back at every sign-in: the district and the account, in base64url
     * @param known those it must not make again, in base64url
     */
    public record Invitation(String owner, String login, String name, List<String> known) {}

    /**
     * What came by a form that a script has filled in.
     *
     * @param json the device's answer
     * @param challenge what it was asked with; it counts once
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Answer(String json, Here here, byte[] challenge) {}

    @Transactional(readOnly = true)
    public List<Passkey> of(Actor actor) {
        return store.of(actor.accountId()).stream().map(row -> new Passkey(row.id(), row.name(), row.host(),
                row.synced(), day(row.madeAt()), row.lastUsedAt() == null ? null : day(row.lastUsedAt()))).toList();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessClock.ZONE);
    }

    @Transactional(readOnly = true)
    public Invitation invitation(Actor actor, String host) {
        AccountRow row = accounts.byId(actor.accountId()).orElseThrow();
        return new Invitation(base64(owner(Scope.required(), row.id())), row.login(), row.name(),
                store.of(row.id()).stream().filter(known -> known.host().equals(host))
                        .map(known -> base64(known.credential())).toList());
    }

    /** Empty when it is kept from now on, else a message key. */
    @Transactional
    public Optional<String> add(Actor actor, String typed, Answer answer) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("access.passkey.name.missing");
        }
        if (store.of(actor.accountId()).size() >= MOST) {
            return Optional.of("access.passkey.many");
        }
        Optional<Made> made = ceremonies.made(answer.json(), answer.here(), answer.challenge());
        if (made.isEmpty()) {
            return Optional.of("access.passkey.not-made");
        }
        Row row = new Row(tools.ids().next(), actor.accountId(), name, answer.here().host(), made.get().credential(),
                made.get().key(), made.get().count(), made.get().synced(), tools.clock().now(), null);
        if (!store.insert(Scope.required(), row)) {
            return Optional.of("access.passkey.not-made");
        }
        tools.journal().write(actor, "PasskeyAdded", KIND, row.id(), Map.of("synced", row.synced()));
        return Optional.empty();
    }

    /** Ends one at its next use; false when it is not the actor's. */
    @Transactional
    public boolean end(Actor actor, UUID id) {
        if (!store.end(actor.accountId(), id, tools.clock().now())) {
            return false;
        }
        tools.journal().write(actor, "PasskeyEnded", KIND, id, Map.of());
        return true;
    }

    /** The district that an answer names, whether anything is right about it or not. */
    public Optional<District> districtOf(Answer answer) {
        return ceremonies.shown(answer.json()).flatMap(shown -> districtOf(shown.owner()));
    }

    /** Whose passkey was shown: their account must be open, the passkey theirs, and made for this very address. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<AccountRow> owner(Answer answer) {
        Optional<Shown> shown = ceremonies.shown(answer.json());
        Optional<Row> row = shown.flatMap(each -> store.byCredential(each.credential()))
                .filter(known -> known.host().equals(answer.here().host()))
                .filter(known -> Arrays.equals(owner(Scope.required(), known.account()), shown.get().owner()));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        return right(shown.get(), row.get(), answer)
                ? accounts.byId(row.get().account()).filter(account -> !account.disabled())
                : Optional.empty();
    }

    private boolean right(Shown shown, Row row, Answer answer) {
        Verdict verdict = ceremonies.examine(shown, row.key(), row.count(), row.synced(), answer.here(),
                answer.challenge());
        String why = switch (verdict) {
            case Verdict.Right right -> store.use(row.id(), right.count(), Tokens.hash(base64(answer.challenge())),
                    tools.clock().now()) ? "" : "used before";
            case Verdict.Wrong _ -> "wrong";
            case Verdict.Cloned _ -> "counter";
        };
        if (!why.isEmpty()) {
            tools.journal().write(Actor.system(), "PasskeyRefused", KIND, row.id(), Map.of("why", why));
        }
        return why.isEmpty();
    }

    private static byte[] owner(District district, UUID account) {
        return ByteBuffer.allocate(DISTRICT_CODE + 2 * Long.BYTES)
                .put(district.code().getBytes(StandardCharsets.US_ASCII)).putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits()).array();
    }

    private static Optional<District> districtOf(byte[] owner) {
        if (owner.length != DISTRICT_CODE + 2 * Long.BYTES) {
            return Optional.empty();
        }
        String code = new String(owner, 0, DISTRICT_CODE, StandardCharsets.US_ASCII);
        return code.matches("[1-9][0-9]{5}") ? Optional.of(new District(code)) : Optional.empty();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
