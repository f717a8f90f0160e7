package org.jiaogongti.platform.access;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.store.AccountRow;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.GrantStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who a session stands for, with the rights of this moment: a role that was taken away decides at the next request. */
@Service
public class Actors {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

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

    /** Empty when the account is disabled, its password has changed since, or the session has lasted half a day. */
    @Transactional(readOnly = true)
    public Optional<Actor> of(SignedIn session) {
        if (clock.now().getEpochSecond() - session.since() > LONGEST_SESSION.toSeconds()) {
            return Optional.empty();
        }
        return accounts.byId(session.account()).filter(row -> !row.disabled() && row.epoch() == session.epoch())
                .map(this::actor);
    }

    /** An account's actor, for what is done in somebody's name outside of a request, such as the sample world. */
    @Transactional(readOnly = true)
    public Optional<Actor> ofAccount(UUID account) {
        return accounts.byId(account).map(this::actor);
    }

    private Actor actor(AccountRow row) {
        Set<Posting> postings = new HashSet<>();
        grants.of(List.of(row.id())).forEach(grant -> postings.add(grant.posting()));
        UUID person = row.personId();
        if (person != null) {
            sources.forEach(source -> postings.addAll(source.postingsOf(person, clock.today())));
        }
        return new Actor(row.id(), person, row.name(), postings);
    }
}
