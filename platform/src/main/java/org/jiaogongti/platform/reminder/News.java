package org.jiaogongti.platform.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Holders;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.store.ReminderStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what changed for them about something they take part in: once, in the transaction of the change, and by the ways
 * they chose. What is told later about the same thing takes the place of what was told before.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class News {

    private final ReminderStore store;
    private final Holders holders;
    private final BusinessClock clock;
    private final Ids ids;

    News(ReminderStore store, Holders holders, BusinessClock clock, Ids ids) {
        this.store = store;
        this.holders = holders;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What changed.
     *
     * @param matter about what, in words and an id of whoever tells it
     * @param what one of those that are news
     * @param title of the thing, in the notice's words
     * @param path its page
     * @param day on which it is
     * @param was the day before it moved, or null
     * @param words why, as it was typed, or empty
     */
    public record Item(Matter matter, Stage.Kind what, String title, String path, LocalDate day,
            @Nullable LocalDate was, String words) {

        public Item {
            if (!what.news()) {
                throw new IllegalArgumentException(what + " is no news\nName a source of what is due for it.");
            }
        }
    }

    /** Whoever did it knows it already, and who has no account is told by nobody here. Three statements, however many people. */
    public void tell(Actor by, Item item, Collection<UUID> people) {
        tell(by, item, people, clock.now());
    }

    /** The same at a moment; for what is taken over from before. */
    public void tell(Actor by, Item item, Collection<UUID> people, Instant at) {
        put(by, item, holders.accounts(people).values(), at);
    }

    /** The same to accounts, which belong to no person in every case. */
    public void tellAccounts(Actor by, Item item, Collection<UUID> accounts) {
        put(by, item, accounts, clock.now());
    }

    private void put(Actor by, Item item, Collection<UUID> all, Instant at) {
        List<UUID> accounts = all.stream().filter(account -> !account.equals(by.accountId())).distinct().sorted()
                .toList();
        if (accounts.isEmpty()) {
            return;
        }
        store.settle(item.matter(), accounts, at);
        store.add(accounts.stream().map(account -> new Reminder(ids.next(), account, item.matter(),
                new Stage(item.what(), 0), item.title(), item.path(), item.day(), item.words(), item.was(), null, at,
                null, null)).toList());
    }

    /** What it was about is erased for good, and what was told of it with it; how many rows went. */
    public int erase(String kind, Collection<String> matters) {
        return store.erase(kind, matters);
    }

    /** It concerns these people no longer: they left by themselves. */
    public void drop(Matter matter, Collection<UUID> people) {
        List<UUID> accounts = List.copyOf(holders.accounts(people).values());
        if (!accounts.isEmpty()) {
            store.settle(matter, accounts, clock.now());
        }
    }
}
