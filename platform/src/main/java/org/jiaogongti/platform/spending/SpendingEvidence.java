package org.jiaogongti.platform.spending;

import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceAccess;
import org.jiaogongti.platform.spending.model.Reach;
import org.jiaogongti.platform.spending.store.ExpenseStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receipts are read by the bureau and by the school's office. Nobody takes one away again: it stands for what was spent. */
@Component
class SpendingEvidence implements EvidenceAccess {

    private final ExpenseStore store;

    SpendingEvidence(ExpenseStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public Right rightTo(Actor actor, UUID id) {
        Reach reach = new Reach(actor);
        return store.find(id).filter(each -> reach.reads(each.school())).map(_ -> Right.READ).orElse(Right.NONE);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(UUID id) {
        return store.find(id).isPresent();
    }
}
