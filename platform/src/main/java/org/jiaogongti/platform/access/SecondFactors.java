package org.jiaogongti.platform.access;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jiaogongti.platform.access.model.Brake;
import org.jiaogongti.platform.access.model.RecoveryCodes;
import org.jiaogongti.platform.access.model.Tokens;
import org.jiaogongti.platform.access.model.Totp;
import org.jiaogongti.platform.access.store.AccountRow;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.AttemptStore;
import org.jiaogongti.platform.access.store.PasskeyStore;
import org.jiaogongti.platform.access.store.SecondFactorStore;
import org.jiaogongti.platform.access.store.SecondFactorStore.FactorRow;
import org.jiaogongti.platform.access.store.SecondFactorStore.UnsealedRow;
import org.jiaogongti.platform.seal.SealedColumn;
import org.jiaogongti.platform.seal.Seals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The second factor of an account: set up with a phone, asked for at sign-in, mended by recovery codes. */
@Service
public class SecondFactors {

    private static final String KIND = "account";
    private static final String ISSUER = "强基共同体";
    /** Codes are short, so that tries count per account from wherever they come; who tries has the password already. */
    private static final String ANYWHERE = "*";

    /** What the phone and this side both know. */
    private static final SealedColumn SECRET = new SealedColumn("access.second_factor", "secret");

    private final SecondFactorStore store;
    private final AccountStore accounts;
    private final AttemptStore attempts;
    private final PasskeyStore passkeys;
    private final Seals seals;
    private final Accounts.Tools tools;

    SecondFactors(SecondFactorStore store, AccountStore accounts, AttemptStore attempts, PasskeyStore passkeys,
            Seals seals, Accounts.Tools tools) {
        this.store = store;
        this.accounts = accounts;
        this.attempts = attempts;
        this.passkeys = passkeys;
        this.seals = seals;
        this.tools = tools;
    }

    /**
     * Where somebody's own second factor stands.
     *
     * @param confirmed whether it is asked for
     * @param pending what to scan or type while it waits for its first code; null otherwise
     * @param codesLeft recovery codes not used yet
     */
    public record State(boolean confirmed, @Nullable Pending pending, int codesLeft) {}

    /** A secret on its way to the phone. */
    public record Pending(String address, String spelled) {}

    /** What came of the first code. */
    public sealed interface Confirmation {

        /** The recovery codes, seen only here. */
        record Done(List<String> codes) implements Confirmation {}

        /** A no, as a message key. */
        record Refused(String key) implements Confirmation {}
    }

    @Transactional(readOnly = true)
    public State of(Actor actor) {
        Optional<FactorRow> row = store.of(actor.accountId());
        boolean confirmed = row.isPresent() && row.get().confirmed();
        Pending pending = row.filter(factor -> !factor.confirmed()).map(factor -> pending(actor, factor)).orElse(null);
        return new State(confirmed, pending, confirmed ? store.codesLeft(actor.accountId()) : 0);
    }

    private Pending pending(Actor actor, FactorRow factor) {
        String login = accounts.byId(actor.accountId()).orElseThrow().login();
        byte[] secret = secret(actor.accountId(), factor);
        return new Pending(Totp.address(ISSUER, login, secret), Totp.spelled(secret));
    }

    private byte[] secret(UUID account, FactorRow factor) {
        return seals.open(SECRET, account, factor.secret());
    }

    /** Makes a secret for the phone to take; nothing is asked for yet. */
    @Transactional
    public void begin(Actor actor) {
        byte[] secret = seals.seal(SECRET, actor.accountId(), Totp.newSecret());
        if (store.begin(Scope.required(), actor.accountId(), secret, tools.clock().now())) {
            tools.journal().write(actor, "SecondFactorBegun", KIND, actor.accountId(), Map.of());
        }
    }

    /** The first code shows that the phone has the secret; the password, that it is the owner's phone. */
    @Transactional
    public Confirmation confirm(Actor actor, String password, String typed) {
        Instant now = tools.clock().now();
        AccountRow account = accounts.byId(actor.accountId()).orElseThrow();
        Optional<FactorRow> row = store.of(actor.accountId()).filter(factor -> !factor.confirmed());
        if (row.isEmpty()) {
            return new Confirmation.Refused("access.second.none");
        }
        byte[] bucket = bucket(account.id());
        if (attempts.blockedUntil(bucket, ANYWHERE, now).isPresent()) {
            return new Confirmation.Refused("access.second.wrong");
        }
        boolean known = tools.passwords().matches(password, account.passwordHash());
        OptionalLong step = Totp.stepOf(secret(account.id(), row.get()), digits(typed), now);
        if (!known || step.isEmpty() || !store.confirm(account.id(), step.getAsLong(), now)) {
            failed(bucket, now);
            return new Confirmation.Refused("access.second.wrong");
        }
        attempts.passed(bucket, ANYWHERE);
        List<String> codes = putCodes(account.id());
        tools.journal().write(actor, "SecondFactorConfirmed", KIND, account.id(), Map.of());
        return new Confirmation.Done(codes);
    }

    /** Ten new recovery codes; the earlier ones no longer work. Empty when there is no second factor. */
    @Transactional
    public List<String> newCodes(Actor actor) {
        if (store.of(actor.accountId()).filter(FactorRow::confirmed).isEmpty()) {
            return List.of();
        }
        List<String> codes = putCodes(actor.accountId());
        tools.journal().write(actor, "RecoveryCodesMade", KIND, actor.accountId(), Map.of());
        return codes;
    }

    private List<String> putCodes(UUID account) {
        List<String> codes = RecoveryCodes.fresh();
        store.putCodes(Scope.required(), account,
                codes.stream().map(code -> RecoveryCodes.hash(account, code)).toList());
        return codes;
    }

    /** For somebody who has lost phone and codes, with their passkeys; they set up new ones at the next sign-in. Never one's own. */
    @Transactional
    public Accounts.Change remove(Actor by, UUID account) {
        if (account.equals(by.accountId())) {
            return new Accounts.Change.Refused("access.second.own");
        }
        if (accounts.byId(account).isEmpty()) {
            return new Accounts.Change.Absent();
        }
        boolean factor = store.remove(account);
        int keys = passkeys.endAll(account, tools.clock().now());
        if (factor || keys > 0) {
            accounts.endSessions(account);
            tools.journal().write(by, "SecondFactorRemoved", KIND, account,
                    Map.of("factor", factor, "passkeys", keys));
        }
        return new Accounts.Change.Done(account);
    }

    /** Seals what was stored before secrets were sealed; nothing when there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    void sealAll() {
        List<UnsealedRow> rows = store.unsealed();
        rows.forEach(row -> store.seal(row.account(), seals.seal(SECRET, row.account(), row.secret())));
        if (!rows.isEmpty()) {
            tools.journal().write(Actor.system(), "SecondFactorsSealed", KIND, null, Map.of("number", rows.size()));
        }
    }

    /** Takes a code of the phone, or a recovery code; each once. Five wrong ones make the account wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean accepts(AccountRow account, String typed) {
        Instant now = tools.clock().now();
        if (RecoveryCodes.looksLikeOne(typed)) {
            boolean used = store.useCode(account.id(), RecoveryCodes.hash(account.id(), typed), now);
            note(account.id(), used ? "RecoveryCodeUsed" : "SecondFactorFailed", store.codesLeft(account.id()));
            return used;
        }
        byte[] bucket = bucket(account.id());
        Optional<FactorRow> row = store.of(account.id()).filter(FactorRow::confirmed);
        if (row.isEmpty() || attempts.blockedUntil(bucket, ANYWHERE, now).isPresent()) {
            return false;
        }
        OptionalLong step = Totp.stepOf(secret(account.id(), row.get()), digits(typed), now);
        if (step.isPresent() && store.take(account.id(), step.getAsLong())) {
            attempts.passed(bucket, ANYWHERE);
            return true;
        }
        note(account.id(), "SecondFactorFailed", failed(bucket, now));
        return false;
    }

    private int failed(byte[] bucket, Instant now) {
        int failures = attempts.failed(Scope.required(), bucket, ANYWHERE, now);
        Brake.until(failures, now).ifPresent(until -> attempts.block(bucket, ANYWHERE, until));
        return failures;
    }

    private void note(UUID account, String action, int number) {
        tools.journal().write(Actor.system(), action, KIND, account, Map.of("number", number));
    }

    private static byte[] bucket(UUID account) {
        return Tokens.hash("code:" + account);
    }

    /** Phones show codes in two halves, and some keyboards write full-width digits. */
    private static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(" ", "");
    }
}
