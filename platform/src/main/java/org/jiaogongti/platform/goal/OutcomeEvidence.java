package org.jiaogongti.platform.goal;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceAccess;
import org.jiaogongti.platform.goal.store.OutcomeStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The papers of an outcome are read by whoever reads the outcome; nobody takes them away again. */
@Component
class OutcomeEvidence implements EvidenceAccess {

    private final OutcomeStore store;
    private final GoalGround ground;

    OutcomeEvidence(OutcomeStore store, GoalGround ground) {
        this.store = store;
        this.ground = ground;
    }

    @Override
    @Transactional(readOnly = true)
    public Right rightTo(Actor actor, UUID holder) {
        Optional<OutcomeFact> fact = store.find(holder);
        return fact.isPresent() && ground.places().readBy(actor).stream()
                .anyMatch(
                        place -> place.whose() == fact.get().whose() && Objects.equals(place.id(), fact.get().place()))
                                ? Right.READ
                                : Right.NONE;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(UUID holder) {
        return store.find(holder).isPresent();
    }
}
