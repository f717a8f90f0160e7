package org.jiaogongti.platform.filing;

import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.OccasionPapers;
import org.jiaogongti.platform.activity.OccasionPapers.Seen;
import org.jiaogongti.platform.evidence.EvidenceAccess;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.model.Reach;
import org.jiaogongti.platform.filing.store.FilingStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers attached to a filing are for those who handed it in, and for the one whose task it is, as long as it is. */
@Component
class FilingEvidence implements EvidenceAccess {

    private final FilingStore store;
    private final OccasionPapers occasions;
    private final FilingReach reach;

    FilingEvidence(FilingStore store, OccasionPapers occasions, FilingReach reach) {
        this.store = store;
        this.occasions = occasions;
        this.reach = reach;
    }

    @Override
    @Transactional(readOnly = true)
    public Right rightTo(Actor actor, UUID holder) {
        return store.find(holder).map(filing -> {
            if (occasions.find(actor, filing.occasion()).filter(Seen::mayFile).isPresent()) {
                // What was approved or filed stays as it was looked at: another file comes with another version.
                return filing.state() == State.RETURNED ? Right.CHANGE : Right.READ;
            }
            Reach own = reach.of(actor);
            return own.holds(filing) || own.awaits(filing) || own.department() ? Right.READ : Right.NONE;
        }).orElse(Right.NONE);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(UUID holder) {
        return store.find(holder).isPresent();
    }
}
