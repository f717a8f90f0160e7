package org.jiaogongti.platform.evidence;

import java.util.Optional;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.evidence.store.EvidenceStore;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes previews after the rows are committed; again is harmless. */
@Component
class Previews {

    private final EvidenceStore store;
    private final Reception reception;
    private final TransactionTemplate transaction;

    Previews(EvidenceStore store, Reception reception, TransactionTemplate transaction) {
        this.store = store;
        this.reception = reception;
        this.transaction = transaction;
    }

    /** Its transaction begins inside the district, so it is not the listener's own. */
    @Async
    @TransactionalEventListener
    void on(EvidenceKept kept) {
        Optional<FileKind> kind = Scope.call(new District(kept.district()),
                () -> transaction.execute(status -> store.kind(kept.sha256())));
        kind.filter(FileKind::picture)
                .ifPresent(picture -> reception.thumbnail(kept.district(), kept.sha256(), picture));
    }
}
