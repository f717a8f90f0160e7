package org.jiaogongti.platform.reminder;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Holders;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.reminder.Due.Party;
import org.jiaogongti.platform.reminder.store.ReminderStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts messages before people. */
@Component
class Telling {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Holders holders;
    private final ReminderStore store;
    private final Ids ids;

    Telling(Holders holders, ReminderStore store, Ids ids) {
        this.holders = holders;
        this.store = store;
        this.ids = ids;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static String minute(Instant instant) {
        return MINUTE.format(instant.atZone(BusinessClock.ZONE));
    }

    Map<Posting, Set<UUID>> held(List<Due> dues) {
        return holders.of(dues.stream().flatMap(due -> due.ladder().stream())
                .flatMap(party -> party.postings().stream()).collect(Collectors.toSet()));
    }

    /** The accounts of whoever must act. */
    Set<UUID> accounts(Due due) {
        return accounts(due, 0, held(List.of(due)));
    }

    /** The accounts behind a step of the ladder; where nobody is there, behind the next one that has somebody. */
    static Set<UUID> accounts(Due due, int step, Map<Posting, Set<UUID>> held) {
        for (Party party : due.ladder().subList(step, due.ladder().size())) {
            Set<UUID> accounts = new HashSet<>(party.accounts());
            party.postings().forEach(posting -> accounts.addAll(held.getOrDefault(posting, Set.of())));
            if (!accounts.isEmpty()) {
                return accounts;
            }
        }
        return Set.of();
    }

    void put(Due due, Stage stage, UUID account, @Nullable UUID pressedBy, Instant now) {
        store.add(List.of(Reminder.of(ids.next(), account, stage, due, pressedBy, now)));
    }
}
