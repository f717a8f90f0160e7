package org.jiaogongti.platform.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Holders;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.store.ReminderStore;
import org.jiaogongti.platform.reminder.store.ReminderStore.Press;
import org.jiaogongti.platform.reminder.store.RuleStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催办: one press reminds whoever must act, at most once in three days for a matter and within the school's week. */
@Service
public class Nudges {

    /** How long a matter is left alone after a press. */
    public static final Duration REST = Duration.ofDays(3);

    private final Sources sources;
    private final Telling telling;
    private final ReminderStore store;
    private final RuleStore rules;
    private final Holders holders;
    private final Journal journal;
    private final Ids ids;
    private final BusinessClock clock;

    Nudges(Sources sources, Telling telling, ReminderStore store, RuleStore rules, Holders holders, Journal journal,
            Ids ids, BusinessClock clock) {
        this.sources = sources;
        this.telling = telling;
        this.store = store;
        this.rules = rules;
        this.holders = holders;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of a press. */
    public sealed interface Pressed {

        /** So many people were told. */
        record Done(int people, String path) implements Pressed {}

        /** A no, as a message key with its numbers. */
        record Refused(String key, List<String> arguments, String path) implements Pressed {}

        /** There is nothing of the kind for this person, or it is done. */
        record Absent() implements Pressed {}
    }

    /**
     * How a matter stands.
     *
     * @param by who pressed last; empty where nobody did, or they are gone
     * @param at when; null where nobody did
     * @param again from when somebody may press again; null where they may now
     */
    public record State(String by, @Nullable Instant at, @Nullable Instant again) {

        public static final State NEVER = new State("", null, null);

        /** Who pressed last and when, and from when it may be pressed again; empty where nobody did. */
        public String words(Messages m) {
            Instant pressed = at;
            Instant rest = again;
            String last = pressed == null ? "" : m.t("reminder.press.last", by, Telling.minute(pressed));
            return rest == null ? last : last + m.t("reminder.press.again", Telling.minute(rest));
        }

        /** Whether nobody may press now. */
        public boolean rests() {
            return again != null;
        }
    }

    /** How several matters stand, those that were ever pressed; at most two selects. */
    @Transactional(readOnly = true)
    public Map<Matter, State> states(Collection<Matter> matters) {
        Map<Matter, Press> presses = matters.isEmpty() ? Map.of() : store.lastPresses(matters);
        Map<UUID, String> names = holders.names(presses.values().stream().map(Press::by).distinct().toList());
        Map<Matter, State> states = new HashMap<>();
        presses.forEach((matter, press) -> states.put(matter, state(press, names.getOrDefault(press.by(), ""))));
        return states;
    }

    private State state(Press press, String by) {
        return new State(by, press.at(), press.again().isAfter(clock.now()) ? press.again() : null);
    }

    @Transactional(readOnly = true)
    public State state(Matter matter) {
        return states(List.of(matter)).getOrDefault(matter, State.NEVER);
    }

    /** Of two who press at one moment one is told that the other has. */
    @Transactional
    public Pressed press(Actor actor, Matter matter) {
        return press(actor, matter, clock.today(), clock.now());
    }

    /** The same on a day and at a moment, for what is told of the past. */
    @Transactional
    public Pressed press(Actor actor, Matter matter, LocalDate today, Instant now) {
        Optional<Due> found = sources.of(matter.kind()).filter(source -> source.mayPress(actor, matter.id()))
                .flatMap(source -> source.find(today, matter.id()));
        if (found.isEmpty()) {
            return new Pressed.Absent();
        }
        Due due = found.get();
        Set<UUID> accounts = telling.accounts(due);
        if (accounts.contains(actor.accountId())) {
            return refused("reminder.press.own", due);
        }
        if (accounts.isEmpty()) {
            return refused("reminder.press.nobody", due);
        }
        store.queueUp();
        UUID school = due.ladder().getFirst().school();
        int ceiling = rules.rules().ceiling();
        Optional<Press> last = store.lastPress(matter).filter(press -> press.again().isAfter(now));
        if (last.isPresent()) {
            return rested(last.get(), due);
        }
        if (school != null && store.week(Telling.monday(today)).getOrDefault(school, 0) >= ceiling) {
            return refused("reminder.press.ceiling", due, Integer.toString(ceiling));
        }
        UUID id = ids.next();
        if (!store.press(id, matter, actor.accountId(), now, now.plus(REST))) {
            return store.lastPress(matter).map(press -> rested(press, due)).orElseThrow();
        }
        store.tell(matter, Stage.PRESSED.code() + ":" + id, school, Telling.monday(today), now);
        accounts.forEach(account -> telling.put(due, Stage.PRESSED, account, actor.accountId(), now));
        journal.write(actor, "ReminderPressed", matter.kind(), id, Map.of("matter", matter.id()));
        return new Pressed.Done(accounts.size(), due.path());
    }

    private Pressed rested(Press press, Due due) {
        String by = holders.names(List.of(press.by())).getOrDefault(press.by(), "");
        return refused("reminder.press.rest", due, by, Telling.minute(press.at()), Telling.minute(press.again()));
    }

    private static Pressed refused(String key, Due due, String... arguments) {
        return new Pressed.Refused(key, List.of(arguments), due.path());
    }
}
