package org.jiaogongti.platform.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Holders;
import org.jiaogongti.platform.reminder.store.ReminderStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's messages. */
@Service
public class Inbox {

    /** Where counting ends. */
    public static final int MOST = 99;

    private final ReminderStore store;
    private final Holders holders;
    private final BusinessClock clock;

    Inbox(ReminderStore store, Holders holders, BusinessClock clock) {
        this.store = store;
        this.holders = holders;
        this.clock = clock;
    }

    /**
     * One page of messages, newest first.
     *
     * @param names of those who pressed the button
     * @param next the last row, from which the next page goes on, or null at the end
     */
    public record Batch(List<Reminder> rows, Map<UUID, String> names, int unread, @Nullable UUID next) {

        public Batch {
            rows = List.copyOf(rows);
            names = Map.copyOf(names);
        }
    }

    @Transactional(readOnly = true)
    public Batch page(Actor actor, boolean unread, @Nullable UUID after, int limit) {
        List<Reminder> rows = store.page(actor.accountId(), unread, after, limit + 1);
        List<Reminder> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        List<UUID> pressers = new ArrayList<>();
        for (Reminder reminder : shown) {
            UUID by = reminder.pressedBy();
            if (by != null) {
                pressers.add(by);
            }
        }
        return new Batch(shown, holders.names(pressers), store.unread(actor.accountId(), MOST + 1),
                rows.size() > limit ? shown.getLast().id() : null);
    }

    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        return store.unread(actor.accountId(), MOST + 1);
    }

    /** Marks one as read and says where it leads; empty where it is none of this person's. */
    @Transactional
    public Optional<String> open(Actor actor, UUID id) {
        Optional<Reminder> found = store.find(actor.accountId(), id);
        found.ifPresent(_ -> store.read(actor.accountId(), id, clock.now()));
        return found.map(Reminder::path);
    }

    @Transactional
    public int readAll(Actor actor) {
        return store.readAll(actor.accountId(), clock.now());
    }
}
