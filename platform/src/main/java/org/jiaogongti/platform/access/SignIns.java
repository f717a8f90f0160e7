package org.jiaogongti.platform.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiaogongti.platform.access.SignedIn.Way;
import org.jiaogongti.platform.access.model.Brake;
import org.jiaogongti.platform.access.model.Passwords;
import org.jiaogongti.platform.access.model.Tokens;
import org.jiaogongti.platform.access.store.AccountRow;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.AttemptStore;
import org.jiaogongti.platform.access.store.AttemptStore.LinkRow;
import org.jiaogongti.platform.shell.Installation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in to the district in scope, by password, by link, and by one click in a demo. */
@Service
public class SignIns {

    static final String BY_LINK = "SIGN_IN";
    static final String NEW_PASSWORD = "PASSWORD";
    private static final String KIND = "account";

    private final AccountStore accounts;
    private final AttemptStore attempts;
    private final Accounts.Tools tools;
    private final Installation installation;
    private final Remembering remembering;
    private final TransactionTemplate transaction;

    SignIns(AccountStore accounts, AttemptStore attempts, Accounts.Tools tools, Installation installation,
            Remembering remembering, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.tools = tools;
        this.installation = installation;
        this.remembering = remembering;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a second step and a remembered device need. */
    @Component
    record Remembering(Actors actors, SecondFactors factors, Devices devices, Passkeys passkeys,
            SingleSignOn signOn) {}

    /** By account and password, from a network address, for the ordinary time. */
    public SignInResult byPassword(String login, String password, String address) {
        return byPassword(login, password, address, Optional.empty());
    }

    /** By account and password, from a network address; a device given is remembered if its owner's roles allow it. */
    public SignInResult byPassword(String login, String password, String address, Optional<Devices.Kind> device) {
        return hashing(() -> password(login, password, address, device));
    }

    /** In one transaction, begun when a place for hashing is free. */
    private SignInResult hashing(Supplier<SignInResult> work) {
        try {
            return tools.passwords().inPlace(() -> transaction.execute(status -> work.get()));
        } catch (Passwords.Busy e) {
            return new SignInResult.Busy();
        }
    }

    private SignInResult password(String login, String password, String address, Optional<Devices.Kind> device) {
        Instant now = tools.clock().now();
        String key = Tokens.loginKey(login);
        byte[] hash = Tokens.hash(key);
        if (attempts.blockedUntil(hash, address, now).isPresent()) {
            return new SignInResult.Refused();
        }
        Optional<AccountRow> row = accounts.byLogin(key).filter(account -> !account.disabled());
        boolean fits = tools.passwords().matches(password, row.map(AccountRow::passwordHash).orElse(null));
        if (!fits || row.isEmpty()) {
            int failures = attempts.failed(Scope.required(), hash, address, now);
            Brake.until(failures, now).ifPresent(until -> attempts.block(hash, address, until));
            tools.journal().write(Actor.system(), "SignInFailed", KIND, row.map(AccountRow::id).orElse(null),
                    Map.of("address", address, "failures", failures));
            return new SignInResult.Refused();
        }
        attempts.passed(hash, address);
        if (row.get().secondFactor()) {
            return new SignInResult.CodeAwaited(session(row.get(), Way.HALF, null));
        }
        return passed(row.get(), Way.PASSWORD, device);
    }

    /** The code that follows the password. */
    @Transactional
    public SignInResult byCode(SignedIn half, String code, Optional<Devices.Kind> device) {
        Optional<AccountRow> row = remembering.actors().half(half);
        if (row.isEmpty() || !remembering.factors().accepts(row.get(), code)) {
            return new SignInResult.Refused();
        }
        return passed(row.get(), Way.SECOND_FACTOR, device);
    }

    /** Whether the password was given a while ago at most and its code is still to come. */
    @Transactional(readOnly = true)
    public boolean awaitsCode(SignedIn session) {
        return remembering.actors().half(session).isPresent();
    }

    /** The password once more, and the code where the account has a second factor; braked like a sign-in. */
    public SignInResult again(SignedIn session, String password, String code, String address) {
        return hashing(() -> proof(session, password, code, address));
    }

    private SignInResult proof(SignedIn session, String password, String code, String address) {
        Instant now = tools.clock().now();
        AccountRow row = accounts.byId(session.account()).orElseThrow();
        byte[] hash = Tokens.hash(Tokens.loginKey(row.login()));
        if (attempts.blockedUntil(hash, address, now).isPresent()) {
            return new SignInResult.Refused();
        }
        if (!tools.passwords().matches(password, row.passwordHash())) {
            return failed(row, hash, address);
        }
        attempts.passed(hash, address);
        if (row.secondFactor() && !remembering.factors().accepts(row, code)) {
            return new SignInResult.Refused();
        }
        tools.journal().write(as(row), "ProvenAgain", KIND, row.id(), Map.of());
        return new SignInResult.Passed(session.proven(row.secondFactor() ? Way.SECOND_FACTOR : session.way(), now));
    }

    /** By a passkey; one answer, whatever was wrong. */
    @Transactional
    public SignInResult byPasskey(Passkeys.Answer answer) {
        return remembering.passkeys().owner(answer)
                .<SignInResult>map(row -> passed(row, Way.PASSKEY, Optional.empty()))
                .orElseGet(SignInResult.Refused::new);
    }

    /** By the word of the identity provider; one answer, whatever was wrong. */
    @Transactional
    public SignInResult byProvider(SingleSignOn.Identity identity) {
        Optional<AccountRow> owner = remembering.signOn().owner(identity);
        if (owner.isEmpty()) {
            tools.journal().write(Actor.system(), "SignInFailed", KIND, null, Map.of("by", Way.PROVIDER.name()));
            return new SignInResult.Refused();
        }
        AccountRow row = owner.get();
        if (row.secondFactor() && !identity.twice()) {
            return new SignInResult.CodeAwaited(session(row, Way.HALF, null));
        }
        SignInResult.Passed passed = passed(row, identity.twice() ? Way.PROVIDER_TWICE : Way.PROVIDER,
                Optional.empty());
        // A provider that was signed in to this morning has not asked the person anything just now.
        return new SignInResult.Passed(passed.who().provenAt(identity.at() == null ? Instant.EPOCH : identity.at()));
    }

    /** A passkey instead of the password once more. */
    @Transactional
    public SignInResult againByPasskey(SignedIn session, Passkeys.Answer answer) {
        Optional<AccountRow> row = remembering.passkeys().owner(answer)
                .filter(owner -> owner.id().equals(session.account()));
        if (row.isEmpty()) {
            return new SignInResult.Refused();
        }
        tools.journal().write(as(row.get()), "ProvenAgain", KIND, row.get().id(), Map.of("by", Way.PASSKEY.name()));
        return new SignInResult.Passed(session.proven(Way.PASSKEY, tools.clock().now()));
    }

    private SignInResult failed(AccountRow row, byte[] hash, String address) {
        int failures = attempts.failed(Scope.required(), hash, address, tools.clock().now());
        Brake.until(failures, tools.clock().now()).ifPresent(until -> attempts.block(hash, address, until));
        tools.journal().write(as(row), "ProofFailed", KIND, row.id(), Map.of("address", address, "failures", failures));
        return new SignInResult.Refused();
    }

    /** One click on a sample account; there are none but in a demo. */
    @Transactional
    public SignInResult asSample(UUID account) {
        if (!installation.demo() || !accounts.sample(account)) {
            return new SignInResult.Refused();
        }
        return accounts.byId(account).filter(row -> !row.disabled())
                .<SignInResult>map(row -> passed(row, Way.SAMPLE, Optional.empty()))
                .orElseGet(SignInResult.Refused::new);
    }

    /** What an unused link is for. */
    public enum LinkPurpose {
        SIGN_IN, PASSWORD
    }

    /** An unused link: what it is for, and whose. */
    public record OpenLink(LinkPurpose purpose, String login, String name) {}

    @Transactional(readOnly = true)
    public Optional<OpenLink> openLink(String token) {
        return attempts.openLink(Tokens.hash(token), tools.clock().now())
                .flatMap(link -> accounts.byId(link.account()).filter(row -> !row.disabled())
                        .map(row -> new OpenLink(LinkPurpose.valueOf(link.purpose()), row.login(), row.name())));
    }

    /** An adviser's sign-in; the link is used up. */
    @Transactional
    public SignInResult byLink(String token) {
        Optional<AccountRow> row = use(token, BY_LINK);
        return row.isEmpty() ? new SignInResult.Refused() : passed(row.get(), Way.LINK, Optional.empty());
    }

    /** Sets the password that the link allows; empty when done, else a message key. */
    @Transactional
    public Optional<String> choosePassword(String token, String password) {
        Optional<OpenLink> link = openLink(token);
        if (link.isEmpty() || link.get().purpose() != LinkPurpose.PASSWORD) {
            return Optional.of("access.link.gone");
        }
        Optional<String> problem = tools.passwords().problem(password, link.get().login());
        if (problem.isPresent()) {
            return problem;
        }
        Optional<AccountRow> row = use(token, NEW_PASSWORD);
        if (row.isEmpty()) {
            return Optional.of("access.link.gone");
        }
        accounts.setPassword(row.get().id(), tools.passwords().encode(password));
        remembering.devices().forgetAll(row.get().id());
        tools.journal().write(as(row.get()), "PasswordSet", KIND, row.get().id(), Map.of("by", "link"));
        return Optional.empty();
    }

    /** Somebody's own new password; empty when done, else a message key. Every session of the account ends. */
    @Transactional
    public Optional<String> changePassword(Actor actor, String old, String password) {
        AccountRow row = accounts.byId(actor.accountId()).orElseThrow();
        if (!tools.passwords().matches(old, row.passwordHash())) {
            return Optional.of("access.password.old");
        }
        Optional<String> problem = tools.passwords().problem(password, row.login());
        if (problem.isPresent()) {
            return problem;
        }
        accounts.setPassword(row.id(), tools.passwords().encode(password));
        remembering.devices().forgetAll(row.id());
        tools.journal().write(actor, "PasswordSet", KIND, row.id(), Map.of("by", "self"));
        return Optional.empty();
    }

    /** Signing out of a remembered device means that it is no longer remembered. */
    @Transactional
    public void out(Actor actor, Optional<UUID> device) {
        device.ifPresent(id -> remembering.devices().forget(actor.accountId(), id));
        tools.journal().write(actor, "SignedOut", KIND, actor.accountId(), Map.of());
    }

    /** Notes a request that was answered with 403 or 404, with the address's ids and never with its content. */
    @Transactional
    public void refused(Actor actor, String method, String path, int status) {
        tools.journal().write(actor, "RequestRefused", "request", null,
                Map.of("method", method, "path", path, "status", status));
    }

    private Optional<AccountRow> use(String token, String purpose) {
        byte[] hash = Tokens.hash(token);
        Instant now = tools.clock().now();
        Optional<LinkRow> link = attempts.openLink(hash, now).filter(row -> row.purpose().equals(purpose));
        if (link.isEmpty()) {
            return Optional.empty();
        }
        Optional<AccountRow> account = accounts.byId(link.get().account()).filter(row -> !row.disabled());
        return account.isPresent() && attempts.useLink(hash, now) ? account : Optional.empty();
    }

    private SignInResult.Passed passed(AccountRow row, Way way, Optional<Devices.Kind> device) {
        UUID remembered = device.filter(kind -> Actors.mayBeRemembered(remembering.actors().actor(row).roles()))
                .map(kind -> remembering.devices().remember(row.id(), kind)).orElse(null);
        tools.journal().write(as(row), "SignedIn", KIND, row.id(),
                Map.of("by", way.name(), "remembered", remembered != null));
        return new SignInResult.Passed(session(row, way, remembered));
    }

    private SignedIn session(AccountRow row, Way way, @Nullable UUID device) {
        long now = tools.clock().now().getEpochSecond();
        return new SignedIn(row.id(), Scope.required().code(), row.epoch(), now, way, now, device);
    }

    private static Actor as(AccountRow row) {
        return new Actor(row.id(), row.personId(), row.name(), Set.of());
    }
}
