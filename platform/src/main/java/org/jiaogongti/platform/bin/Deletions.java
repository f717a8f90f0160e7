package org.jiaogongti.platform.bin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.bin.Deleted.Thing;
import org.jiaogongti.platform.bin.store.BinStore;
import org.jiaogongti.platform.bin.store.BinStore.View;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 回收站: owners put in what somebody deleted, and whoever could have deleted it brings it back. */
@Service
@Transactional
public class Deletions {

    /** How long it stays where the bureau has said nothing else. */
    public static final int DAYS = 30;
    /** The fewest and the most days that the bureau may set. */
    public static final int FEWEST = 7;
    public static final int MOST = 365;

    private static final Role[] BUREAU = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK};
    private static final Role[] OFFICE = {Role.PRINCIPAL, Role.SCHOOL_CLERK};

    private final BinStore store;
    private final Others others;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;

    Deletions(BinStore store, Others others, Journal journal, BusinessClock clock, Ids ids) {
        this.store = store;
        this.others = others;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    /** Owners of things, and who keeps something about them; asked for late, since they put things in themselves. */
    @Component
    record Others(ObjectProvider<Deletable> owners, ObjectProvider<Attached> attached) {

        Deletable owner(String kind) {
            return owners.stream().filter(each -> each.kind().equals(kind)).findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody owns what is deleted as " + kind
                            + "\nLet its module implement Deletable."));
        }

        /** Why each of some things must be kept, by its id in the bin. */
        Map<UUID, String> keeps(Collection<Deleted> things) {
            Map<UUID, String> why = new LinkedHashMap<>();
            if (!things.isEmpty()) {
                attached.orderedStream().forEach(each -> {
                    Set<UUID> kept = each.keeps(things);
                    things.stream().filter(thing -> kept.contains(thing.thing().belongsTo()))
                            .forEach(thing -> why.putIfAbsent(thing.id(), each.word()));
                });
            }
            return why;
        }
    }

    /** In the transaction and under the journal's line of whoever deletes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Actor actor, Collection<Thing> things) {
        put(actor, things, clock.today(), clock.now());
    }

    /** The same on a day that has passed; for what is taken over from before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Actor actor, Collection<Thing> things, LocalDate on, Instant at) {
        if (!things.isEmpty()) {
            LocalDate until = on.plusDays(days(on));
            store.insert(things.stream().map(thing -> new Deleted(ids.next(), thing, actor.has(BUREAU),
                    actor.accountId(), actor.name(), on, at, until)).toList());
        }
    }

    /** They are no longer in the bin, for a reason of their owner's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String kind, Collection<UUID> things) {
        store.remove(kind, things);
    }

    /** Where a thing lies in the bin. */
    @Transactional(readOnly = true)
    public Optional<Deleted> of(String kind, UUID thing) {
        return store.of(kind, thing);
    }

    /**
     * A page of what somebody may bring back, deleted last first.
     *
     * @param keeps of those that will not be erased, why: the word of whoever keeps something about it
     */
    public record Shelf(List<Deleted> rows, Map<UUID, String> keeps, boolean more) {}

    /** The words of all kinds that can lie in the bin. */
    @Transactional(readOnly = true)
    public List<String> kinds() {
        return others.owners().stream().map(Deletable::kind).sorted().toList();
    }

    /** Where somebody looks at it. */
    @Transactional(readOnly = true)
    public String path(Deleted deleted) {
        return others.owner(deleted.thing().kind()).path(deleted);
    }

    /** Whose certificates somebody reads: those of their schools; null for all. */
    public static @Nullable Set<UUID> certified(Actor actor) {
        return actor.has(BUREAU) ? null : actor.schools(OFFICE);
    }

    /**
     * @param kind of which; empty for all
     * @param before the last one of the page before, or null
     */
    @Transactional(readOnly = true)
    public Shelf page(Actor actor, String kind, @Nullable UUID before, int size) {
        List<Deleted> rows = store.page(view(actor), kind, before, size + 1);
        List<Deleted> shown = rows.subList(0, Math.min(size, rows.size()));
        return new Shelf(List.copyOf(shown), others.keeps(shown), rows.size() > size);
    }

    private static View view(Actor actor) {
        return new View(actor.accountId(), actor.schools(OFFICE), actor.has(BUREAU));
    }

    /** 恢复: as it was, with its links, or with the reason why not. */
    public Restored restore(Actor actor, UUID id) {
        Deleted deleted = store.lock(id).filter(each -> BinStore.in(view(actor), each)).orElse(null);
        if (deleted == null) {
            return new Restored.Absent();
        }
        if (deleted.until().isBefore(clock.today())) {
            return new Restored.No("bin.refused.over", deleted.until());
        }
        List<Restored> against = new ArrayList<>();
        others.attached().orderedStream().forEach(each -> each.forbids(deleted).ifPresent(against::add));
        if (!against.isEmpty()) {
            return against.getFirst();
        }
        Thing thing = deleted.thing();
        Restored outcome = others.owner(thing.kind()).restore(actor, deleted);
        if (outcome instanceof Restored.Done) {
            store.remove(thing.kind(), List.of(thing.id()));
            journal.write(actor, "DeletionUndone", thing.kind(), thing.id(),
                    Map.of("deletedOn", deleted.on().toString()));
        }
        return outcome;
    }

    /** For how many days what is deleted on a day can be brought back. */
    @Transactional(readOnly = true)
    public int days(LocalDate day) {
        return store.days(day).orElse(DAYS);
    }

    /** What will hold from a later day. */
    @Transactional(readOnly = true)
    public Optional<NextDays> next() {
        return store.next(clock.today());
    }

    /**
     * Another number of days for what is deleted from a day on; what lies in the bin keeps its day.
     *
     * @return a message key of what is wrong, or null
     */
    public @Nullable String keepFor(Actor actor, int days, LocalDate from) {
        if (days < FEWEST || days > MOST) {
            return "bin.term.wrong.days";
        }
        if (from.isBefore(clock.today())) {
            return "bin.term.wrong.from";
        }
        store.say(ids.next(), from, days, actor.accountId(), actor.name(), clock.today());
        journal.write(actor, "BinTermSet", "bin", null, Map.of("days", days, "from", from.toString()));
        return null;
    }
}
