package org.jiaogongti.platform.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.SignedIn.Way;
import org.jiaogongti.platform.access.model.Tokens;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.ApiTokenStore;
import org.jiaogongti.platform.access.store.ApiTokenStore.Row;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens by which a person's own programs use the interface: never more than the person may at that moment, and reading
 * only where the token says so.
 */
@Service
public class ApiTokens {

    /** What a token begins with, so that it is recognised where it should not be. */
    public static final String PREFIX = "jgt_";
    private static final int MOST = 20;
    private static final int LONGEST_DAYS = 365;
    private static final int LONGEST_NAME = 40;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ApiTokenStore store;
    private final AccountStore accounts;
    private final Actors actors;
    private final Journal journal;
    private final Ids ids;
    private final BusinessClock clock;

    ApiTokens(ApiTokenStore store, AccountStore accounts, Actors actors, Journal journal, Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.accounts = accounts;
        this.actors = actors;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A token as its owner sees it, by the days in the bureau's zone. */
    public record Token(UUID id, String name, boolean mayWrite, LocalDate made, LocalDate until,
            @Nullable LocalDate lastUsed) {}

    /** What came of asking for one. */
    public sealed interface Made {

        /**
         * @param text the only time it is seen
         */
        record Shown(UUID id, String name, String text) implements Made {}

        /** A no, as a message key. */
        record Refused(String key) implements Made {}
    }

    /**
     * A program with a token that counts.
     *
     * @param present the owner with the rights of this moment
     */
    public record Bearer(UUID token, String name, boolean mayWrite, Actors.Present present) {}

    @Transactional(readOnly = true)
    public List<Token> of(Actor actor) {
        return store.of(actor.accountId(), clock.now()).stream().map(row -> new Token(row.id(), row.name(),
                row.mayWrite(), day(row.madeAt()), day(row.expiresAt()),
                row.lastUsedAt() == null ? null : day(row.lastUsedAt()))).toList();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessClock.ZONE);
    }

    /**
     * @param days how long it counts, up to a year
     */
    @Transactional
    public Made make(Actor actor, String typed, boolean mayWrite, int days) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return new Made.Refused("access.token.name.missing");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            return new Made.Refused("access.token.days.wrong");
        }
        Instant now = clock.now();
        List<Row> known = store.of(actor.accountId(), now);
        if (known.size() >= MOST) {
            return new Made.Refused("access.token.many");
        }
        if (known.stream().anyMatch(row -> row.name().equals(name))) {
            return new Made.Refused("access.token.name.taken");
        }
        String text = PREFIX + Tokens.newLink(Scope.required()).text();
        Row row = new Row(ids.next(), actor.accountId(), name, mayWrite, now, now.plus(Duration.ofDays(days)), null);
        store.insert(Scope.required(), row, Tokens.hash(text));
        journal.write(actor, "TokenMade", "token", row.id(),
                Map.of("name", name, "write", mayWrite, "days", days));
        return new Made.Shown(row.id(), name, text);
    }

    /** Ends a token at its next request; false when it is not the actor's. */
    @Transactional
    public boolean end(Actor actor, UUID token) {
        if (!store.end(actor.accountId(), token, clock.now())) {
            return false;
        }
        journal.write(actor, "TokenEnded", "token", token, Map.of());
        return true;
    }

    /** The district a token names, whether it counts or not; empty for what is none. */
    public static Optional<District> districtOf(String text) {
        return text.startsWith(PREFIX)
                ? Tokens.read(text.substring(PREFIX.length())).map(Tokens.LinkToken::district)
                : Optional.empty();
    }

    /** Whose program it is; empty where the token counts no more, or its owner's account is disabled. */
    @Transactional
    public Optional<Bearer> bearer(String text) {
        Instant now = clock.now();
        return store.byHash(Tokens.hash(text), now).flatMap(row -> accounts.byId(row.account())
                .filter(account -> !account.disabled()).map(account -> {
                    Instant used = row.lastUsedAt();
                    if (used == null || used.plus(MINUTE).isBefore(now)) {
                        store.used(row.id(), now);
                    }
                    // It was made by somebody who had just given all that they are asked for.
                    SignedIn session = new SignedIn(account.id(), Scope.required().code(), account.epoch(),
                            row.madeAt().getEpochSecond(), Way.SECOND_FACTOR, row.madeAt().getEpochSecond(), null);
                    return new Bearer(row.id(), row.name(), row.mayWrite(),
                            new Actors.Present(actors.actor(account), session, account.secondFactor()));
                }));
    }
}
