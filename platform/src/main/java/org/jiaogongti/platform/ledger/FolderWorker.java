package org.jiaogongti.platform.ledger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.ledger.Folder.Made;
import org.jiaogongti.platform.ledger.FolderWriting.Unwanted;
import org.jiaogongti.platform.ledger.model.ZipParts;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Makes folders one after the other, outside of every transaction, with the rights of whoever ordered them. */
@Component
class FolderWorker {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWorker.class);
    private static final int BUFFER = 1 << 16;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Folders folders;
    private final FolderShelf shelf;
    private final Ledgers ledgers;
    private final EvidenceFiles evidence;
    private final Actors actors;
    private final MessageBook messages;
    /** One at a time: a folder must not slow down those who record. */
    private final Semaphore turn = new Semaphore(1);

    FolderWorker(Folders folders, FolderShelf shelf, Ledgers ledgers, EvidenceFiles evidence, Actors actors,
            MessageBook messages) {
        this.folders = folders;
        this.shelf = shelf;
        this.ledgers = ledgers;
        this.evidence = evidence;
        this.actors = actors;
        this.messages = messages;
    }

    @Async
    @TransactionalEventListener
    void on(FolderOrdered ordered) {
        make(new District(ordered.district()), ordered.folder());
    }

    /** What a server left when it went down. */
    @Bean
    static Job makeFolders(FolderWorker worker) {
        return Job.every("make-folders", PAUSE, (district, _) -> Report.of(worker.makeWaiting(district)));
    }

    @Bean
    static Job clearFolders(FolderWorker worker) {
        return Job.daily("clear-folders", 3, 40, (district, _) -> Report.of(worker.clear(district)));
    }

    /** Called through the proxy that {@code @Async} puts before this class, whose own fields are empty. */
    int makeWaiting(District district) {
        List<UUID> waiting = Scope.call(district, folders::waiting);
        waiting.forEach(id -> make(district, id));
        return waiting.size();
    }

    int clear(District district) {
        return Scope.call(district, folders::expire).size();
    }

    private void make(District district, UUID id) {
        turn.acquireUninterruptibly();
        try {
            Scope.run(district, () -> folders.claim(id).ifPresent(this::make));
        } finally {
            turn.release();
        }
    }

    private void make(Folder folder) {
        UUID id = folder.id();
        try {
            Optional<Actor> actor = actors.ofAccount(folder.by().account());
            if (actor.isEmpty()) {
                folders.fail(id);
                return;
            }
            Made made = write(folder, actor.get());
            shelf.whole(id);
            if (!folders.finish(id, made)) {
                shelf.remove(id);
            }
        } catch (Unwanted stopped) {
            shelf.remove(id);
        } catch (IOException | RuntimeException broken) {
            LOG.error("Folder {} cannot be made", id, broken);
            shelf.remove(id);
            folders.fail(id);
        }
    }

    private Made write(Folder folder, Actor actor) throws IOException, Unwanted {
        MessageDigest sha256 = ZipParts.sha256();
        try (OutputStream file = Files.newOutputStream(shelf.half(folder.id()));
                OutputStream out = new DigestOutputStream(new BufferedOutputStream(file, BUFFER), sha256)) {
            Language language = Language.valueOf(folder.order().language());
            Made made = new FolderWriting(ledgers, evidence, actor, folder.order(), messages.in(language), out,
                    now -> watch(folder.id(), now)).write();
            out.flush();
            return new Made(made.done(), made.total(), made.files(), made.missing(),
                    Files.size(shelf.half(folder.id())), HexFormat.of().formatHex(sha256.digest()));
        }
    }

    private void watch(UUID id, Made now) throws Unwanted {
        if (!folders.progress(id, now)) {
            throw new Unwanted();
        }
    }
}
