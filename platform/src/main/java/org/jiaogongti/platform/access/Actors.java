package org.jiaogongti.platform.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.SignedIn.Way;
import org.jiaogongti.platform.access.store.AccountRow;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.GrantStore;
import org.jiaogongti.platform.access.store.GrantStore.HeldRow;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who a session stands for, with the rights of this moment: a role that was taken away decides at the next request. */
@Service
public class Actors {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    /** A code is typed within minutes of the password. */
    private static final Duration LONGEST_HALF = Duration.ofMinutes(10);
    /** A phone that only ever shows a school's own work may stay signed in; a bureau's may not. */
    private static final Set<Role> AT_SCHOOL = Set.of(Role.PRINCIPAL, Role.SCHOOL_CLERK, Role.TEACHER, Role.CONVENOR);

    private final AccountStore accounts;
    private final GrantStore grants;
    private final List<PostingSource> sources;
    private final BusinessClock clock;

    Actors(AccountStore accounts, GrantStore grants, List<PostingSource> sources, BusinessClock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /**
     * Somebody signed in, and what their session has shown.
     *
     * @param secondFactor whether the account has one
     * @param typeSize how big they want the type; null where the device decides
     */
    public record Present(Actor actor, SignedIn session, boolean secondFactor, @Nullable String typeSize) {

        /** Somebody who looks at no pages, or has not chosen how. */
        public Present(Actor actor, SignedIn session, boolean secondFactor) {
            this(actor, session, secondFactor, null);
        }

        /** What the row of a request still asks for. */
        public Proof.Missing missing(Permissions.Row row, Instant now) {
            return Proof.missing(row, this, now);
        }
    }

    /** Empty when the session no longer counts. */
    @Transactional(readOnly = true)
    public Optional<Actor> of(SignedIn session) {
        return present(session).map(Present::actor);
    }

    /**
     * Empty when the account is disabled, its password has changed since, the code is still to come, or the session has
     * lasted too long: half a day, or on a remembered device until it is forgotten or its owner gets an office.
     */
    @Transactional(readOnly = true)
    public Optional<Present> present(SignedIn session) {
        Instant now = clock.now();
        UUID device = session.device();
        if (session.way() == Way.HALF || (device == null && tooLong(session, LONGEST_SESSION, now))) {
            return Optional.empty();
        }
        return accounts.byId(session.account()).filter(row -> !row.disabled() && row.epoch() == session.epoch())
                .filter(row -> device == null || accounts.remembers(row.id(), device, now))
                .map(row -> new Present(actor(row), session, row.secondFactor(), row.typeSize()))
                .filter(present -> device == null || mayBeRemembered(present.actor().roles()));
    }

    /** The account whose password was given while its code is still to come. */
    Optional<AccountRow> half(SignedIn session) {
        return session.way() == Way.HALF && !tooLong(session, LONGEST_HALF, clock.now())
                ? accounts.byId(session.account()).filter(row -> !row.disabled() && row.epoch() == session.epoch())
                : Optional.empty();
    }

    private static boolean tooLong(SignedIn session, Duration longest, Instant now) {
        return now.getEpochSecond() - session.since() > longest.toSeconds();
    }

    /** Whether a device of somebody with these roles may stay signed in. */
    static boolean mayBeRemembered(Set<Role> roles) {
        return !roles.isEmpty() && AT_SCHOOL.containsAll(roles);
    }

    /** An account's actor, for what is done in somebody's name outside of a request, such as the sample world. */
    @Transactional(readOnly = true)
    public Optional<Actor> ofAccount(UUID account) {
        return accounts.byId(account).map(this::actor);
    }

    /** The same, empty for an account that was disabled: for secrets that stand for their owner, with the rights of now. */
    @Transactional(readOnly = true)
    public Optional<Actor> ofEnabled(UUID account) {
        return accounts.byId(account).filter(row -> !row.disabled()).map(this::actor);
    }

    Actor actor(AccountRow row) {
        List<HeldRow> held = grants.held(row.id(), clock.today());
        Set<Posting> postings = own(row, held);
        Set<UUID> standingIn = new HashSet<>();
        for (HeldRow each : held) {
            UUID absent = each.absent();
            if (absent != null && accounts.byId(absent).filter(other -> !other.disabled()).map(this::own)
                    .orElse(Set.of()).contains(each.posting())) {
                postings.add(each.posting());
                standingIn.add(absent);
            }
        }
        return new Actor(row.id(), row.personId(), row.name(), postings, standingIn);
    }

    /** What somebody holds by themselves, without what they hold for another. */
    Set<Posting> own(AccountRow row) {
        return own(row, grants.held(row.id(), clock.today()));
    }

    private Set<Posting> own(AccountRow row, List<HeldRow> held) {
        Set<Posting> postings = new HashSet<>();
        held.stream().filter(each -> each.absent() == null).forEach(each -> postings.add(each.posting()));
        UUID person = row.personId();
        if (person != null) {
            sources.forEach(source -> postings.addAll(source.postingsOf(person, clock.today())));
        }
        return postings;
    }
}
