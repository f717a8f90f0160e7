package org.jiaogongti.platform.disclosure;

import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.disclosure.Publication.State;
import org.jiaogongti.platform.disclosure.store.PublicationStore;
import org.jiaogongti.platform.evidence.EvidenceAccess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attachments change while their publication is a draft; afterwards the bureau reads them, and the public by their own door. */
@Component
class DisclosureEvidence implements EvidenceAccess {

    private final PublicationStore store;

    DisclosureEvidence(PublicationStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public Right rightTo(Actor actor, UUID holder) {
        if (!Desk.writes(actor)) {
            return Right.NONE;
        }
        return store.find(holder).map(publication -> publication.state() == State.DRAFT ? Right.CHANGE : Right.READ)
                .orElse(Right.NONE);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(UUID holder) {
        return store.find(holder).isPresent();
    }
}
