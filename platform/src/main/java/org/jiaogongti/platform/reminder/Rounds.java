package org.jiaogongti.platform.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.reminder.Delivery.Way;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.model.Hours;
import org.jiaogongti.platform.reminder.model.Plan;
import org.jiaogongti.platform.reminder.model.Plan.Tell;
import org.jiaogongti.platform.reminder.store.OutboxStore;
import org.jiaogongti.platform.reminder.store.ReminderStore;
import org.jiaogongti.platform.reminder.store.RuleStore;
import org.jiaogongti.platform.reminder.store.RuleStore.KeptHabit;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at everything that is due, tells whom it concerns, and writes the day's letters. */
@Component
public class Rounds {

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int KEPT_DAYS = 60;

    private final Sources sources;
    private final ObjectProvider<WorkingDays.Source> calendars;
    private final Telling telling;
    private final Stores stores;
    private final Carrier carrier;
    private final Ids ids;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    Rounds(Sources sources, ObjectProvider<WorkingDays.Source> calendars, Telling telling, Stores stores,
            Carrier carrier, Ids ids, BusinessClock clock, TransactionTemplate transaction) {
        this.sources = sources;
        this.calendars = calendars;
        this.telling = telling;
        this.stores = stores;
        this.carrier = carrier;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What a round reads and writes. */
    @Component
    record Stores(ReminderStore reminders, RuleStore rules, OutboxStore outbox) {}

    @Bean
    static Job remind(Rounds rounds) {
        return Job.every("remind", PAUSE, (_, day) -> Report.of(rounds.round(day, rounds.clock.now())));
    }

    /**
     * One round in the current district.
     *
     * @param now whose time of day in the bureau's zone decides about letters
     * @return how many matters were told or settled, and letters tried
     */
    public int round(LocalDate today, Instant now) {
        Integer told = transaction.execute(_ -> settle(today, now) + tell(today, now));
        transaction.executeWithoutResult(_ -> letters(today.atTime(now.atZone(BusinessClock.ZONE).toLocalTime()), now));
        return (told == null ? 0 : told) + carrier.carry(today, now);
    }

    /** What is done is not said any more. */
    private int settle(LocalDate today, Instant now) {
        List<Matter> matters = stores.reminders().unsettled();
        Set<Matter> open = sources.stillOpen(today, matters);
        List<Matter> done = matters.stream().filter(matter -> !open.contains(matter)).toList();
        done.forEach(matter -> stores.reminders().settle(matter, now));
        return done.size() + stores.reminders().settleNews(today, now);
    }

    private int tell(LocalDate today, Instant now) {
        WorkingDays days = workingDays();
        if (!days.works(today)) {
            return 0;
        }
        stores.reminders().queueUp();
        List<Tell> tells = plan(today, days).tells();
        Map<Posting, Set<UUID>> held = telling.held(tells.stream().map(Tell::due).toList());
        for (Tell tell : tells) {
            Due due = tell.due();
            stores.reminders().tell(due.matter(), tell.stage().code(), tell.party().school(), Telling.monday(today),
                    now);
            Telling.accounts(due, due.ladder().indexOf(tell.party()), held)
                    .forEach(account -> telling.put(due, tell.stage(), account, null, now));
        }
        return tells.size();
    }

    /** What a round would tell, and what waits because of the ceiling. */
    Plan.Outcome plan(LocalDate today, WorkingDays days) {
        Rules rules = stores.rules().rules();
        List<Due> open = sources.open(today, Plan.horizon(rules, today, days));
        return Plan.of(open, stores.reminders().told(open.stream().map(Due::matter).toList()),
                stores.reminders().week(Telling.monday(today)), rules, today, days);
    }

    WorkingDays workingDays() {
        WorkingDays.Source calendar = calendars.getIfAvailable();
        return calendar == null ? day -> day.getDayOfWeek().getValue() <= 5 : calendar.now();
    }

    /** What changed cannot wait for the day's letter: somebody may be on the way. */
    private void news(LocalDateTime now, Instant instant, Map<UUID, KeptHabit> habits, WorkingDays days) {
        Map<UUID, LocalDate> waiting = habits.isEmpty() ? Map.of() : stores.reminders().unletteredNews();
        waiting.forEach((account, day) -> {
            KeptHabit kept = habits.get(account);
            UUID letter = ids.next();
            if (kept != null && Hours.news(kept.habit(), now, day, days)
                    && stores.outbox().add(letter, Way.NEWS, account, now.toLocalDate(), instant)) {
                stores.reminders().encloseNews(account, letter);
            }
        });
    }

    private void letters(LocalDateTime now, Instant instant) {
        WorkingDays days = workingDays();
        LocalDate today = now.toLocalDate();
        Map<UUID, KeptHabit> habits = new HashMap<>();
        if (stores.rules().mailServer().isPresent()) {
            stores.rules().letters().forEach(kept -> habits.put(kept.account(), kept));
        }
        news(now, instant, habits, days);
        if (!days.works(today)) {
            return;
        }
        Map<UUID, LocalDate> last = stores.outbox().lastDays(Way.MAIL, today);
        for (UUID account : habits.isEmpty() ? List.<UUID>of() : stores.reminders().unlettered()) {
            KeptHabit kept = habits.get(account);
            UUID letter = ids.next();
            if (kept != null && Hours.letter(kept.habit(), now, Optional.ofNullable(last.get(account)), days)
                    && stores.outbox().add(letter, Way.MAIL, account, today, instant)) {
                stores.reminders().enclose(account, letter);
            }
        }
        Map<UUID, LocalDate> spoken = stores.outbox().lastDays(Way.ROBOT, today);
        for (Robot robot : stores.rules().robots()) {
            if (!now.toLocalTime().isBefore(robot.tellsAt()) && !spoken.containsKey(robot.id())) {
                stores.outbox().add(ids.next(), Way.ROBOT, robot.id(), today, instant);
            }
        }
        stores.outbox().forget(today.minusDays(KEPT_DAYS));
    }
}
