package org.jiaogongti.platform.reminder;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.reminder.Carrier.Tried;
import org.jiaogongti.platform.reminder.Delivery.Outcome;
import org.jiaogongti.platform.reminder.store.RuleStore;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Test messages: whether a way that was just set up works, and what the other side says if not. */
@Service
public class Trials {

    private final RuleStore rules;
    private final Secrets secrets;
    private final Carrier.Ways ways;
    private final Letters letters;
    private final Journal journal;
    private final Ids ids;
    private final TransactionTemplate transaction;

    Trials(RuleStore rules, Secrets secrets, Carrier.Ways ways, Letters letters, Journal journal, Ids ids,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.secrets = secrets;
        this.ways = ways;
        this.letters = letters;
        this.journal = journal;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** What came of it; empty where there is no such way, or it is not for this person. */
    public Optional<Result> mail(Actor actor, String to) {
        if (!actor.has(Role.BUREAU_ADMIN) || !MailOut.address(to)) {
            return Optional.empty();
        }
        record Way(MailServer server, String password) {}
        Optional<Way> way = read(() -> rules.mailServer().map(server -> {
            journal.write(actor, "ReminderTrialSent", "reminder", null, Map.of("way", "MAIL"));
            return new Way(server, secrets.mailPassword());
        }));
        return way.map(known -> Result.of(ways.mail().send(known.server(), known.password(), to, ids.next(),
                letters.chatTitle(), letters.trial())));
    }

    public Optional<Result> robot(Actor actor, UUID id) {
        if (!actor.has(Role.BUREAU_ADMIN)) {
            return Optional.empty();
        }
        record Way(Robot robot, RobotOut.Door door) {}
        Optional<Way> way = read(() -> rules.robot(id).flatMap(robot -> secrets.door(id).map(door -> {
            journal.write(actor, "ReminderTrialSent", "reminder", id, Map.of("way", "ROBOT"));
            return new Way(robot, door);
        })));
        return way.map(known -> Result
                .of(ways.robots().send(known.robot().kind(), known.door(), letters.chatTitle(), letters.trial())));
    }

    private <T> Optional<T> read(Supplier<Optional<T>> work) {
        Optional<T> found = transaction.execute(_ -> work.get());
        return found == null ? Optional.empty() : found;
    }

    /** What the other side said. */
    public record Result(Outcome outcome, String detail) {

        private static Result of(Tried tried) {
            return new Result(tried.outcome(), tried.detail());
        }
    }
}
