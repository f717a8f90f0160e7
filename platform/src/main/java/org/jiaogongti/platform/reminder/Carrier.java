package org.jiaogongti.platform.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.reminder.Delivery.Outcome;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.model.Patience;
import org.jiaogongti.platform.reminder.store.OutboxStore;
import org.jiaogongti.platform.reminder.store.ReminderStore;
import org.jiaogongti.platform.reminder.store.RuleStore;
import org.jiaogongti.platform.reminder.store.RuleStore.KeptHabit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what is written, outside of every transaction; put together at the last moment, so that nothing done is said. */
@Component
class Carrier {

    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final int AT_ONCE = 50;

    private final OutboxStore outbox;
    private final Reading reading;
    private final Ways ways;
    private final TransactionTemplate transaction;

    Carrier(OutboxStore outbox, Reading reading, Ways ways, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.reading = reading;
        this.ways = ways;
        this.transaction = transaction;
    }

    /** What is put into words, and where from. */
    @Component
    record Reading(Sources sources, ReminderStore reminders, RuleStore rules, Secrets secrets, Letters letters) {}

    /** The ways out. */
    @Component
    record Ways(MailOut mail, RobotOut robots) {}

    /**
     * What came of a try.
     *
     * @param detail what the other side answered
     */
    record Tried(Outcome outcome, String detail) {

        static Tried of(Outcome outcome) {
            return new Tried(outcome, "");
        }
    }

    int carry(LocalDate today, Instant now) {
        List<Delivery> due = transaction.execute(_ -> outbox.claim(now, now.plus(LEASE), AT_ONCE));
        if (due == null) {
            return 0;
        }
        due.forEach(delivery -> {
            Tried tried = switch (delivery.way()) {
                case MAIL, NEWS -> letter(delivery, today);
                case ROBOT -> robot(delivery, today);
            };
            boolean over = tried.outcome() == Outcome.SENT || tried.outcome() == Outcome.NOTHING;
            Instant next = over ? null : Patience.next(delivery.tries() + 1, now).orElse(null);
            transaction.executeWithoutResult(_ -> outbox.tried(delivery.id(), tried.outcome(), tried.detail(), next));
        });
        return due.size();
    }

    /** What a letter needs, read in one transaction. */
    private record Written(MailServer server, String password, String address, List<Reminder> lines) {}

    private Tried letter(Delivery delivery, LocalDate today) {
        Optional<Written> written = transaction.execute(_ -> written(delivery, today));
        if (written == null || written.isEmpty()) {
            return Tried.of(Outcome.UNSET);
        }
        Written letter = written.get();
        return letter.lines().isEmpty()
                ? Tried.of(Outcome.NOTHING)
                : ways.mail().send(letter.server(), letter.password(), letter.address(), delivery.id(),
                        reading.letters().subject(letter.lines()), reading.letters().text(letter.lines()));
    }

    private Optional<Written> written(Delivery delivery, LocalDate today) {
        Optional<KeptHabit> kept = reading.rules().habit(delivery.target());
        Optional<String> address = kept.filter(habit -> habit.habit().mail()).flatMap(reading.secrets()::address);
        return reading.rules().mailServer().flatMap(server -> address.map(to -> {
            List<Reminder> enclosed = reading.reminders().enclosed(delivery.id());
            Set<Matter> open = reading.sources().stillOpen(today,
                    enclosed.stream().filter(each -> !each.isNews()).map(Reminder::matter).toList());
            return new Written(server, reading.secrets().mailPassword(), to,
                    enclosed.stream().filter(each -> each.isNews() || open.contains(each.matter())).toList());
        }));
    }

    /** What a robot needs, read in one transaction. */
    private record Spoken(Robot robot, RobotOut.Door door, List<Due> lines) {}

    private Tried robot(Delivery delivery, LocalDate today) {
        Optional<Spoken> found = transaction.execute(_ -> spoken(delivery.target(), today));
        if (found == null || found.isEmpty()) {
            return Tried.of(Outcome.UNSET);
        }
        Spoken spoken = found.get();
        return spoken.lines().isEmpty()
                ? Tried.of(Outcome.NOTHING)
                : ways.robots().send(spoken.robot().kind(), spoken.door(), reading.letters().chatTitle(),
                        reading.letters().chat(spoken.lines(), today));
    }

    private Optional<Spoken> spoken(UUID id, LocalDate today) {
        return reading.rules().robot(id).flatMap(robot -> reading.secrets().door(id).map(door -> {
            UUID school = robot.school();
            List<Due> near = reading.sources().open(today, today.plusDays(Letters.NEAR_DAYS)).stream()
                    .filter(due -> school == null || school.equals(due.ladder().getFirst().school()))
                    .sorted(Comparator.comparing(Due::due)).toList();
            return new Spoken(robot, door, near);
        }));
    }
}
