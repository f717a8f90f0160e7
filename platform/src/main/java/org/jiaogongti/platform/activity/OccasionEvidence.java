package org.jiaogongti.platform.activity;

import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.evidence.EvidenceAccess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Photos and papers of an occasion are for its schools and for who checks. */
@Component
class OccasionEvidence implements EvidenceAccess {

    private final OccasionReadings readings;
    private final DistrictGround grounds;

    OccasionEvidence(OccasionReadings readings, DistrictGround grounds) {
        this.readings = readings;
        this.grounds = grounds;
    }

    @Override
    @Transactional(readOnly = true)
    public Right rightTo(Actor actor, UUID holder) {
        return readings.find(holder).map(occasion -> {
            Rights rights = new Rights(actor, grounds.now());
            if (rights.mayChange(occasion) && occasion.state() != Occasion.State.WITHDRAWN) {
                return Right.CHANGE;
            }
            return rights.maySeeEvidence(occasion.said()) ? Right.READ : Right.NONE;
        }).orElse(Right.NONE);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(UUID holder) {
        return readings.find(holder).isPresent();
    }
}
