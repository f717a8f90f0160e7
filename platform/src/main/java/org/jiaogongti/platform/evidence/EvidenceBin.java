package org.jiaogongti.platform.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.bin.Attached;
import org.jiaogongti.platform.bin.Deletable;
import org.jiaogongti.platform.bin.Deleted;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.bin.Restored;
import org.jiaogongti.platform.evidence.store.EvidenceStore;
import org.jiaogongti.platform.evidence.store.EvidenceStore.Erased;
import org.jiaogongti.platform.evidence.store.EvidenceStore.Taken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Files in the bin: those taken away one by one, and those that go with what held them. */
@Component
class EvidenceBin implements Deletable, Attached {

    static final String KIND = "evidence";

    private final EvidenceStore store;
    private final EvidenceFiles files;
    private final Deletions deletions;
    private final OrphanSweep sweep;

    EvidenceBin(EvidenceStore store, EvidenceFiles files, Deletions deletions, OrphanSweep sweep) {
        this.store = store;
        this.files = files;
        this.deletions = deletions;
        this.sweep = sweep;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public String path(Deleted deleted) {
        return "/activities/" + deleted.thing().belongsTo() + "#files";
    }

    /** Not made public again by itself: somebody looks at it anew. */
    @Override
    public Restored restore(Actor actor, Deleted deleted) {
        Taken taken = store.any(deleted.thing().id()).orElse(null);
        if (taken == null) {
            return new Restored.Absent();
        }
        return switch (files.rightTo(actor, taken.holder())) {
            case NONE -> new Restored.Absent();
            case READ -> new Restored.No("evidence.restore.closed");
            case CHANGE -> {
                if (files.of(List.of(taken.holder())).stream().anyMatch(
                        each -> each.sha256().equals(taken.sha256()))) {
                    yield new Restored.No("evidence.restore.again");
                }
                store.bringBack(taken.item());
                yield new Restored.Done(path(deleted));
            }
        };
    }

    /** What was taken away stays taken away. */
    @Override
    public void keep(Collection<UUID> things) {}

    @Override
    public Map<String, Integer> erase(Collection<UUID> items) {
        Erased erased = store.erase(items);
        District district = Scope.required();
        // Bytes go last: a crash leaves a file that nobody sees, and the night's sweep takes it.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                erased.hashes().forEach(hash -> sweep.drop(district, hash));
            }
        });
        return erased.rows();
    }

    @Override
    public Map<String, Integer> erase(String kind, Collection<UUID> things) {
        List<UUID> items = store.allOf(things);
        if (items.isEmpty()) {
            return Map.of();
        }
        deletions.forget(KIND, items);
        return erase(Set.copyOf(items));
    }
}
