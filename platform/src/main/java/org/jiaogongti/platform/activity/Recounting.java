package org.jiaogongti.platform.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.model.Facts;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.obligation.Contributions;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.obligation.SourcedFacts;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Component;

/** Hands the facts of an entry, and of those joined to it, to the duties again. Inside the caller's transaction. */
@Component
class Recounting {

    /** The word under which duties know occasions. */
    static final String KIND = Source.OCCASION;

    private final OccasionReadings readings;
    private final OccasionStore store;
    private final Contributions contributions;
    private final OwnKinds kinds;
    private final BusinessClock clock;

    Recounting(OccasionReadings readings, OccasionStore store, Contributions contributions,
            OwnKinds kinds, BusinessClock clock) {
        this.readings = readings;
        this.store = store;
        this.contributions = contributions;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** A new entry that nobody joined yet. */
    List<Effect> first(Occasion occasion) {
        return count(occasion.id(), Facts.of(occasion, List.of(), kinds::gate));
    }

    /** After any change of an entry that is already there. */
    List<Effect> again(Actor actor, UUID id) {
        Occasion changed = readings.find(id).orElseThrow();
        UUID into = changed.joinedInto();
        if (into != null) {
            contributions.withdraw(source(id));
            return again(actor, into);
        }
        List<Occasion> joined = readings.joinedTo(id);
        if (!joined.isEmpty() && gone(changed)) {
            promote(actor, joined);
        }
        return count(id, Facts.of(changed, gone(changed) ? List.of() : joined, kinds::gate));
    }

    /** The same for many. What stands alone is counted together; what was joined is counted with what it belongs to. */
    void again(Actor actor, Collection<UUID> ids) {
        List<SourcedFacts> alone = new ArrayList<>();
        for (Occasion occasion : readings.all(ids)) {
            List<OccasionPart> facts = Facts.of(occasion, List.of(), kinds::gate);
            if (facts.isEmpty() || occasion.joinedInto() != null || !readings.joinedTo(occasion.id()).isEmpty()) {
                again(actor, occasion.id());
            } else {
                alone.add(new SourcedFacts(source(occasion.id()), facts));
            }
        }
        contributions.count(alone);
    }

    /** For good; they are withdrawn. */
    Map<String, Integer> erase(Collection<UUID> ids) {
        return contributions.erase(ids.stream().map(Recounting::source).toList());
    }

    private static boolean gone(Occasion occasion) {
        return occasion.state() == State.WITHDRAWN || occasion.state() == State.CANCELLED;
    }

    /** The entry that counted for all is gone: the next one counts for those that are left. */
    private void promote(Actor actor, List<Occasion> joined) {
        joined.forEach(entry -> store.part(entry.id()));
        UUID next = joined.getFirst().id();
        joined.stream().skip(1).forEach(entry -> store.join(Scope.required().code(), entry.id(), next,
                actor.accountId(), clock.now()));
        again(actor, next);
    }

    private List<Effect> count(UUID id, List<OccasionPart> facts) {
        return facts.isEmpty()
                ? contributions.withdraw(source(id)).effects()
                : contributions.count(source(id), facts).effects();
    }

    static Source source(UUID id) {
        return new Source(KIND, id);
    }
}
