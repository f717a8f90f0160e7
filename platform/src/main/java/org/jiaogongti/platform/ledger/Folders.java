package org.jiaogongti.platform.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.ledger.Folder.By;
import org.jiaogongti.platform.ledger.Folder.Made;
import org.jiaogongti.platform.ledger.Folder.Order;
import org.jiaogongti.platform.ledger.Folder.State;
import org.jiaogongti.platform.ledger.model.Reach;
import org.jiaogongti.platform.ledger.store.FolderStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Folders for an inspection: ordered, made beside all other work, fetched, and gone after a while. */
@Service
@Transactional(readOnly = true)
public class Folders {

    /** Days for which a folder can be fetched. */
    public static final int KEPT_DAYS = 7;
    private static final int MOST_AT_ONCE = 2;
    private static final int SHOWN = 20;
    /** A maker that says nothing for so long is taken for dead. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private final FolderStore store;
    private final FolderShelf shelf;
    private final Ledgers ledgers;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    Folders(FolderStore store, FolderShelf shelf, Ledgers ledgers, Journal journal, BusinessClock clock, Ids ids,
            ApplicationEventPublisher events) {
        this.store = store;
        this.shelf = shelf;
        this.ledgers = ledgers;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    /** What came of an order. */
    public sealed interface Ordered {

        record Done(UUID id) implements Ordered {}

        /** A message key and its number. */
        record Refused(String key, int number) implements Ordered {}

        /** What is named is not there, or not for this person. */
        record Absent() implements Ordered {}
    }

    /**
     * Orders a folder; of no duties means of all.
     *
     * @param title as lists show it
     */
    @Transactional
    public Ordered order(Actor actor, Order order, String title) {
        Optional<LedgerDesk> desk = ledgers.desk(actor, order.asked().of(List.of()));
        if (desk.isEmpty()) {
            return new Ordered.Absent();
        }
        if (desk.get().duties().isEmpty()) {
            return new Ordered.Refused("ledger.refused.nothing", 0);
        }
        if (store.going(actor.accountId()) >= MOST_AT_ONCE) {
            return new Ordered.Refused("ledger.refused.busy", MOST_AT_ONCE);
        }
        LocalDate today = clock.today();
        UUID id = ids.next();
        LedgerAsked asked = desk.get().asked();
        Order exact = new Order(asked.of(order.asked().duties()), order.purpose(), order.small(), order.language());
        store.insert(new Folder(id, exact, title, new By(actor.accountId(), actor.name(), today, clock.now()),
                State.WAITING, Made.NOTHING, today.plusDays(KEPT_DAYS)));
        journal.write(actor, "FolderOrdered", "folder", id, Map.of("title", title, "purpose", order.purpose().name(),
                "duties", order.asked().duties()));
        events.publishEvent(new FolderOrdered(Scope.required().code(), id));
        return new Ordered.Done(id);
    }

    /** The latest: of this person; for those who check the whole district, of everybody. */
    public List<Folder> latest(Actor actor) {
        return store.latest(Reach.district(actor) ? null : actor.accountId(), SHOWN);
    }

    public Optional<Folder> find(Actor actor, UUID id) {
        return store.find(id).filter(folder -> maySee(actor, folder));
    }

    /**
     * Whoever ordered it, whoever checks the whole district, and the office of the school that it is about: they may see
     * each file of it by itself as well.
     */
    private static boolean maySee(Actor actor, Folder folder) {
        return folder.by().account().equals(actor.accountId()) || Reach.district(actor)
                || actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK).stream()
                        .anyMatch(school -> school.toString().equals(folder.order().asked().one()));
    }

    /** It is not wanted any more; its maker ends at the next step. */
    @Transactional
    public Optional<Folder> stop(Actor actor, UUID id) {
        Optional<Folder> found = find(actor, id);
        found.filter(_ -> store.end(id, State.STOPPED))
                .ifPresent(_ -> journal.write(actor, "FolderStopped", "folder", id, Map.of()));
        return found;
    }

    /** The file of a folder that is done, with a line in the journal. */
    @Transactional
    public Optional<Path> fetch(Actor actor, UUID id) {
        return find(actor, id).filter(folder -> folder.state() == State.DONE).map(folder -> {
            journal.write(actor, "FolderTaken", "folder", id, Map.of("title", folder.title(), "purpose",
                    folder.order().purpose().name(), "sha256", String.valueOf(folder.made().sha256())));
            return shelf.file(id);
        }).filter(Files::exists);
    }

    /** Takes a folder to be made; empty where another has it. */
    @Transactional
    Optional<Folder> claim(UUID id) {
        Instant now = clock.now();
        return store.claim(id, now, now.minus(SILENCE)) ? store.find(id) : Optional.empty();
    }

    List<UUID> waiting() {
        return store.waiting(clock.now().minus(SILENCE));
    }

    @Transactional
    boolean progress(UUID id, Made made) {
        return store.progress(id, made, clock.now());
    }

    @Transactional
    boolean finish(UUID id, Made made) {
        return store.finish(id, made);
    }

    @Transactional
    void fail(UUID id) {
        store.end(id, State.FAILED);
    }

    /** Removes the files whose time is over. */
    @Transactional
    List<UUID> expire() {
        List<UUID> over = store.expire(clock.today());
        over.forEach(shelf::remove);
        return over;
    }

    /** For the sample world: one whose time is over. */
    @Transactional
    public void setUp(Folder gone) {
        store.insert(gone);
    }
}
