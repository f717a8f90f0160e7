package org.jiaogongti.platform.activity;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.activity.model.Facts;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.obligation.Contributions;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Occasions for the module that files and checks them. Whoever calls has checked the right: an approver looks at what their
 * task is about, also where they could not look otherwise.
 */
@Service
@Transactional(readOnly = true)
public class OccasionPapers {

    private final OccasionReadings readings;
    private final OccasionStore store;
    private final Recounting recounting;
    private final Contributions contributions;
    private final Progresses progresses;
    private final DistrictGround grounds;
    private final OwnKinds kinds;

    OccasionPapers(OccasionReadings readings, OccasionStore store, Recounting recounting, Contributions contributions,
            Progresses progresses, DistrictGround grounds, OwnKinds kinds) {
        this.readings = readings;
        this.store = store;
        this.recounting = recounting;
        this.contributions = contributions;
        this.progresses = progresses;
        this.grounds = grounds;
        this.kinds = kinds;
    }

    /** An occasion for somebody, with what they may do about its papers. */
    public record Seen(Occasion occasion, boolean mayFile, boolean mayRead, boolean mayDecide) {}

    /** One occasion, whoever asks; {@link Seen#mayRead} says whether they could open it by themselves. */
    public Optional<Seen> find(Actor actor, UUID id) {
        return readings.find(id).map(occasion -> seen(actor, occasion, grounds.now()));
    }

    /** The same, locked until the transaction ends: an occasion and its papers change one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Seen> lock(Actor actor, UUID id) {
        return readings.lock(id).map(occasion -> seen(actor, occasion, grounds.now()));
    }

    private static Seen seen(Actor actor, Occasion occasion, Ground ground) {
        Rights rights = new Rights(actor, ground);
        return new Seen(occasion, rights.mayFile(occasion), rights.mayRead(occasion.said()),
                !actor.actsFor(occasion.entry().recorder()));
    }

    /** The kinds there are, with the gate that each passes. */
    public ActivityKinds kinds() {
        return kinds.all();
    }

    /** One select, whatever their number. */
    public Map<UUID, Occasion> all(Collection<UUID> ids) {
        Map<UUID, Occasion> found = new LinkedHashMap<>();
        readings.all(ids).forEach(occasion -> found.put(occasion.id(), occasion));
        return found;
    }

    /** Notes what was filed and approved, and counts the occasion again, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Effect> put(Actor actor, UUID id, Papers papers) {
        store.papers(id, papers);
        return recounting.again(actor, id);
    }

    /** The same for many at once, as their papers were kept elsewhere: they are counted together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Actor actor, Map<UUID, Papers> papers) {
        papers.forEach(store::papers);
        recounting.again(actor, papers.keySet());
    }

    /** What other papers would move; writes nothing. */
    public List<Effect> preview(Occasion occasion, Papers papers) {
        Optional<InForce> rules = progresses.inForce();
        List<OccasionPart> after = Facts.of(occasion.with(papers), List.of(), kinds::gate);
        if (rules.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        Set<InstanceKey> before = new HashSet<>(
                new Judging(rules.get(), Facts.of(occasion, List.of(), kinds::gate)).instances());
        return contributions.preview(after).stream().filter(effect -> !before.contains(effect.key())).toList();
    }

    /** What it counts for by the figures of today. */
    public List<Effect> effects(UUID id) {
        return progresses.effectsOf(Recounting.source(id));
    }
}
