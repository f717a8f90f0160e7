package org.jiaogongti.platform.evidence;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.bin.Deleted.Thing;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.evidence.EvidenceAccess.Right;
import org.jiaogongti.platform.evidence.Received.Refused;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jiaogongti.platform.evidence.store.EvidenceStore;
import org.jiaogongti.platform.evidence.store.EvidenceStore.Held;
import org.jiaogongti.platform.evidence.store.EvidenceStore.Uploader;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that belong to a holder. Bytes come first and on the disk, rows last: a crash between the two leaves a file that
 * nobody sees and the sweeper removes, never a row without its file.
 */
@Service
public class EvidenceFiles {

    private final EvidenceStore store;
    private final Reception reception;
    private final ObjectProvider<EvidenceAccess> access;
    private final EvidenceLimits limits;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final Deletions deletions;
    private final TransactionTemplate transaction;

    EvidenceFiles(EvidenceStore store, Reception reception, ObjectProvider<EvidenceAccess> access,
            EvidenceLimits limits,
            Journal journal, BusinessClock clock, Ids ids, ApplicationEventPublisher events, Deletions deletions,
            TransactionTemplate transaction) {
        this.store = store;
        this.reception = reception;
        this.access = access;
        this.limits = limits;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
        this.deletions = deletions;
        this.transaction = transaction;
    }

    /** What became of adding a file. */
    public sealed interface Added {

        record Kept(EvidenceItem item) implements Added {}

        /** A message key and its numbers. */
        record No(String key, List<Object> numbers) implements Added {}

        /** The holder is absent or foreign. */
        record Absent() implements Added {}
    }

    /** Checks and keeps the bytes; no database, no right. A row follows by {@link #attach}. */
    public Received receive(Upload upload) {
        return reception.receive(Scope.required().code(), upload);
    }

    /** One file for a holder, or for a draft that is not saved yet, in its own transaction. */
    public Added add(Actor actor, UUID holder, UUID school, Upload upload) {
        boolean allowed = Boolean.TRUE.equals(transaction
                .execute(status -> rightTo(actor, holder) == Right.CHANGE || draft(holder)));
        if (!allowed) {
            return new Added.Absent();
        }
        return switch (receive(upload)) {
            case Refused no -> new Added.No(no.key(), no.numbers());
            case Stored stored -> transaction.execute(status -> {
                Added added = attach(actor, holder, school, stored);
                if (added instanceof Added.Kept kept) {
                    journal.write(actor, "EvidenceAdded", "evidence", kept.item().id(),
                            Map.of("holder", holder.toString(), "sha256", stored.sha256()));
                }
                return added;
            });
        };
    }

    /** The row, inside the caller's transaction and under the caller's journal line. */
    public Added attach(Actor actor, UUID holder, UUID school, Stored stored) {
        Held held = store.heldByPerson(actor.accountId());
        if (held.files() >= limits.filesPerPerson()) {
            return new Added.No("evidence.quota.files", List.of(limits.filesPerPerson()));
        }
        if (held.bytes() + stored.bytes() > limits.bytesPerPerson()) {
            return new Added.No("evidence.quota.person", List.of(limits.bytesPerPerson() / 1_000_000));
        }
        if (store.bytesOfSchool(school) + stored.bytes() > limits.bytesPerSchool()) {
            return new Added.No("evidence.quota.school", List.of(limits.bytesPerSchool() / 1_000_000));
        }
        store.lockBytes(stored.sha256(), false);
        if (!reception.holds(Scope.required().code(), stored.sha256())) {
            // Somebody erased the same content for good since these bytes arrived.
            return new Added.No("evidence.refused.gone", List.of());
        }
        UUID id = ids.next();
        Uploader uploader = uploader(actor);
        store.insert(id, Scope.required().code(), holder, school, stored, uploader);
        events.publishEvent(new EvidenceKept(Scope.required().code(), stored.sha256()));
        return new Added.Kept(
                new EvidenceItem(id, holder, stored.sha256(), stored.kind(), stored.bytes(), stored.name(),
                        stored.takenAt(), actor.accountId(), actor.name(), uploader.at(), null));
    }

    /** Files uploaded while a form was being filled pass to the record it became; inside the caller's transaction. */
    public int handOver(Actor actor, UUID draft, UUID holder) {
        return store.move(draft, holder, actor.accountId());
    }

    public List<EvidenceItem> of(Collection<UUID> holders) {
        return store.ofHolders(holders);
    }

    /** Number of files of each holder; a holder without one is left out. */
    public Map<UUID, Integer> counts(Collection<UUID> holders) {
        return store.counts(holders);
    }

    /** A file's bytes for somebody who may see its holder; leaves a line in the journal. */
    @Transactional
    public Optional<Download> download(Actor actor, UUID item) {
        Optional<EvidenceItem> found = readable(actor, item);
        found.ifPresent(file -> journal.write(actor, "EvidenceDownloaded", "evidence", item,
                Map.of("sha256", file.sha256())));
        return found.map(file -> new Download(file, reception.bytes(Scope.required().code(), file.sha256())));
    }

    /** A whole picture for somebody who may change its holder, to be looked at before it becomes public. */
    @Transactional(readOnly = true)
    public Optional<Download> picture(Actor actor, UUID item) {
        return changeable(actor, item).filter(file -> file.kind().picture())
                .map(file -> new Download(file, reception.bytes(Scope.required().code(), file.sha256())));
    }

    /** The bytes of one file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Download(EvidenceItem item, byte[] bytes) {}

    /** A small JPEG of a picture; made at once where the one after commit has not arrived yet. */
    @Transactional(readOnly = true)
    public Optional<byte[]> thumbnail(Actor actor, UUID item) {
        return readable(actor, item).filter(file -> file.kind().picture())
                .map(file -> reception.thumbnail(Scope.required().code(), file.sha256(), file.kind()));
    }

    /** The bytes of a file as a stream, for copies that must not lie in memory; whoever asks has looked at the rights. */
    public InputStream open(EvidenceItem item) {
        return reception.open(Scope.required().code(), item.sha256());
    }

    /** The small JPEG of a picture, likewise. */
    public byte[] small(EvidenceItem item) {
        return reception.thumbnail(Scope.required().code(), item.sha256(), item.kind());
    }

    @Transactional(readOnly = true)
    public Optional<EvidenceItem> find(Actor actor, UUID item) {
        return readable(actor, item);
    }

    @Transactional(readOnly = true)
    public boolean mayChange(Actor actor, UUID holder) {
        return rightTo(actor, holder) == Right.CHANGE;
    }

    /** Takes a file away from its holder, into the bin; what was public of it is public no longer. */
    @Transactional
    public Optional<EvidenceItem> remove(Actor actor, UUID item) {
        Optional<EvidenceItem> found = changeable(actor, item);
        found.ifPresent(file -> {
            store.remove(Scope.required().code(), item, uploader(actor));
            store.endPublication(Scope.required().code(), item, uploader(actor));
            store.any(item).ifPresent(taken -> deletions.put(actor, List.of(
                    new Thing(EvidenceBin.KIND, item, taken.holder(), taken.school(), taken.name(), null, ""))));
            journal.write(actor, "EvidenceRemoved", "evidence", item, Map.of("sha256", file.sha256()));
        });
        return found;
    }

    /**
     * A person has looked at this very picture and lets the public see it, or a copy on which something is blurred. The
     * original stays as it is.
     */
    public Added publish(Actor actor, UUID item, Optional<Upload> blurred) {
        Optional<Received> copy = blurred.map(this::receive);
        if (copy.isPresent() && copy.get() instanceof Refused no) {
            return new Added.No(no.key(), no.numbers());
        }
        return transaction.execute(status -> {
            Optional<EvidenceItem> found = changeable(actor, item).filter(file -> file.kind().picture());
            if (found.isEmpty()) {
                return new Added.Absent();
            }
            String shown = found.get().sha256();
            if (copy.isPresent() && copy.get() instanceof Stored stored) {
                store.lockBytes(stored.sha256(), false);
                if (!reception.holds(Scope.required().code(), stored.sha256())) {
                    return new Added.No("evidence.refused.gone", List.of());
                }
                store.keepFileRow(Scope.required().code(), stored, clock.now());
                shown = stored.sha256();
            }
            store.endPublication(Scope.required().code(), item, uploader(actor));
            store.publish(Scope.required().code(), ids.next(), item, shown, uploader(actor));
            journal.write(actor, "EvidencePublished", "evidence", item, Map.of("copy", shown));
            return new Added.Kept(found.get());
        });
    }

    @Transactional
    public Optional<EvidenceItem> endPublication(Actor actor, UUID item) {
        Optional<EvidenceItem> found = changeable(actor, item);
        found.ifPresent(file -> {
            store.endPublication(Scope.required().code(), item, uploader(actor));
            journal.write(actor, "EvidencePublicationEnded", "evidence", item, Map.of());
        });
        return found;
    }

    private Optional<EvidenceItem> readable(Actor actor, UUID item) {
        return store.find(item).filter(file -> rightTo(actor, file) != Right.NONE);
    }

    private Optional<EvidenceItem> changeable(Actor actor, UUID item) {
        return store.find(item).filter(file -> rightTo(actor, file) == Right.CHANGE);
    }

    /** A file of a draft is its uploader's alone until the draft is saved. */
    private Right rightTo(Actor actor, EvidenceItem file) {
        Right right = rightTo(actor, file.holder());
        boolean own = right == Right.NONE && file.uploader().equals(actor.accountId());
        return own && draft(file.holder()) ? Right.CHANGE : right;
    }

    private boolean draft(UUID holder) {
        return access.stream().noneMatch(rule -> rule.exists(holder));
    }

    Right rightTo(Actor actor, UUID holder) {
        return access.orderedStream().map(rule -> rule.rightTo(actor, holder)).max(Enum::compareTo).orElse(Right.NONE);
    }

    private Uploader uploader(Actor actor) {
        return new Uploader(actor.accountId(), actor.name(), clock.now());
    }
}
