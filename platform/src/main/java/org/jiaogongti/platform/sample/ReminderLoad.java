package org.jiaogongti.platform.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.obligation.DutiesDue;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.Inbox;
import org.jiaogongti.platform.reminder.Inbox.Batch;
import org.jiaogongti.platform.reminder.Nudges;
import org.jiaogongti.platform.reminder.Nudges.Pressed;
import org.jiaogongti.platform.reminder.ReminderSettings;
import org.jiaogongti.platform.reminder.Rounds;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Component;

/**
 * What people were reminded of in the present week: outreach lessons that should be arranged by now, the mid-term research
 * that nobody recorded, first to the school's office and then to its head. A week of three a school is soon full. About one
 * duty the bureau's clerk pressed 催办.
 */
@Component
final class ReminderLoad {

    private static final LocalTime MORNING = LocalTime.of(8, 5);
    private static final LocalTime LATER = LocalTime.of(9, 40);
    private static final String PRESSER = "示例职员01";
    private static final int AHEAD = 90;
    private static final List<String> READERS = List.of("示例教务01", "示例研训01");

    private final ReminderSettings settings;
    private final Rounds rounds;
    private final Inbox inbox;
    private final Pressing pressing;
    private final Actors actors;

    ReminderLoad(ReminderSettings settings, Rounds rounds, Inbox inbox, Pressing pressing, Actors actors) {
        this.settings = settings;
        this.rounds = rounds;
        this.inbox = inbox;
        this.pressing = pressing;
        this.actors = actors;
    }

    /** What can be pressed, and the button. */
    @Component
    record Pressing(DutiesDue duties, Nudges nudges) {}

    void load(SampleWorld world, SampleKeys keys) {
        Actor admin = new Actor(Actor.system().accountId(), null, "",
                Set.of(Posting.inDistrict(Role.BUREAU_ADMIN)));
        settings.rule(admin, "10、3、0", Map.of("Q13", "45、10、3"), 3, 3);
        round(world.date().minusDays(2));
        READERS.forEach(person -> actors.ofAccount(keys.accountOf(person)).ifPresent(this::readsOne));
        round(world.date());
        Actor clerk = actors.ofAccount(keys.accountOf(PRESSER))
                .orElseThrow(() -> new IllegalStateException(PRESSER + " has no account."));
        press(clerk, world.date());
    }

    /** The first duty whose school's week has room left. */
    private void press(Actor clerk, LocalDate day) {
        Instant moment = day.atTime(LATER).atZone(BusinessClock.ZONE).toInstant();
        Set<Object> asked = new HashSet<>();
        for (Due due : pressing.duties().open(day, day.plusDays(AHEAD))) {
            if (asked.add(due.ladder().getFirst())
                    && pressing.nudges().press(clerk, due.matter(), day, moment) instanceof Pressed.Done) {
                return;
            }
        }
    }

    private void round(LocalDate day) {
        Instant morning = day.atTime(MORNING).atZone(BusinessClock.ZONE).toInstant();
        rounds.round(day, morning);
    }

    private void readsOne(Actor actor) {
        Batch batch = inbox.page(actor, true, null, 1);
        batch.rows().forEach(reminder -> inbox.open(actor, reminder.id()));
    }
}
