package org.jiaogongti.platform.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jiaogongti.platform.evidence.store.EvidenceHistoryStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over files that belong to earlier records, many at once, inside the caller's transaction and journal line. */
@Service
public class EvidenceHistory {

    private final EvidenceHistoryStore store;

    EvidenceHistory(EvidenceHistoryStore store) {
        this.store = store;
    }

    /** A file that lies on disk already, in somebody's hands. */
    public record Placed(UUID id, UUID holder, UUID school, Stored file, UUID uploader, String uploaderName,
            Instant at) {}

    /** Two statements whatever the number. */
    @Transactional
    public void takeOver(Collection<Placed> files) {
        store.insert(Scope.required().code(), files);
    }
}
