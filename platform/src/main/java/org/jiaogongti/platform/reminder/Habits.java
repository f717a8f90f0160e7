package org.jiaogongti.platform.reminder;

import java.util.Map;
import java.util.Optional;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.reminder.store.RuleStore;
import org.jiaogongti.platform.reminder.store.RuleStore.KeptHabit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people want to be told; everybody says it for themselves. */
@Service
public class Habits {

    private static final int ADDRESS = 200;

    private final RuleStore rules;
    private final Secrets secrets;
    private final Journal journal;

    Habits(RuleStore rules, Secrets secrets, Journal journal) {
        this.rules = rules;
        this.secrets = secrets;
        this.journal = journal;
    }

    /**
     * One's own.
     *
     * @param address empty where none was given
     * @param mailServer whether the bureau has a way out by mail
     */
    public record Own(Habit habit, String address, boolean mailServer) {}

    @Transactional(readOnly = true)
    public Own of(Actor actor) {
        Optional<KeptHabit> kept = rules.habit(actor.accountId());
        return new Own(kept.map(KeptHabit::habit).orElse(Habit.USUAL), kept.flatMap(secrets::address).orElse(""),
                rules.mailServer().isPresent());
    }

    /** Empty when it is kept, else the message key of what is wrong. */
    @Transactional
    public Optional<String> keep(Actor actor, Habit habit, String address) {
        if (address.isEmpty() ? habit.mail() : address.length() > ADDRESS || !MailOut.address(address)) {
            return Optional.of("reminder.refused.address");
        }
        rules.put(actor.accountId(), habit, address.isEmpty() ? null : secrets.address(actor.accountId(), address));
        journal.write(actor, "ReminderHabitSet", "account", actor.accountId(), Map.of("mail", habit.mail()));
        return Optional.empty();
    }
}
