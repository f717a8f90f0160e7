package org.jiaogongti.platform.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.bin.Deleted.Thing;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jiaogongti.platform.evidence.store.EvidenceHistoryStore;
import org.jiaogongti.platform.evidence.store.EvidenceStore;
import org.jiaogongti.platform.evidence.store.EvidenceStore.Uploader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over files that belong to earlier records, many at once, inside the caller's transaction and journal line. */
@Service
public class EvidenceHistory {

    private final EvidenceHistoryStore store;
    private final EvidenceStore items;
    private final Deletions deletions;

    EvidenceHistory(EvidenceHistoryStore store, EvidenceStore items, Deletions deletions) {
        this.store = store;
        this.items = items;
        this.deletions = deletions;
    }

    /** A file that lies on disk already, in somebody's hands. */
    public record Placed(UUID id, UUID holder, UUID school, Stored file, UUID uploader, String uploaderName,
            Instant at) {}

    /** One of them was taken away by somebody on a day, and is in the bin since. */
    @Transactional
    public void remove(Actor by, Placed file, LocalDate on, Instant at) {
        items.remove(Scope.required().code(), file.id(), new Uploader(by.accountId(), by.name(), at));
        deletions.put(by, List.of(new Thing(EvidenceBin.KIND, file.id(), file.holder(), file.school(),
                file.file().name(), null, "")), on, at);
    }

    /** Two statements whatever the number. */
    @Transactional
    public void takeOver(Collection<Placed> files) {
        store.insert(Scope.required().code(), files);
    }
}
