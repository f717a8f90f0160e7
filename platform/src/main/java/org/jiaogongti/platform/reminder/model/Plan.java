package org.jiaogongti.platform.reminder.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.Due.Party;
import org.jiaogongti.platform.reminder.Rules;
import org.jiaogongti.platform.reminder.Stage;
import org.jiaogongti.platform.reminder.Stage.Kind;
import org.jiaogongti.platform.reminder.WorkingDays;

/**
 * Who is told of what today. Of several stages passed since the last look only the latest is told; on days when nobody works
 * nobody is told; what goes beyond a school's ceiling waits for its next week, the most pressing first.
 */
public final class Plan {

    private Plan() {}

    /** What was told already. */
    public record Sent(Matter matter, Stage stage) {}

    /** What is told now, and to whom. */
    public record Tell(Due due, Stage stage, Party party) {}

    /**
     * What comes of looking at everything that is due.
     *
     * @param held how many reminders wait because a school has had its share of the week
     */
    public record Outcome(List<Tell> tells, Map<UUID, Integer> held) {

        public Outcome {
            tells = List.copyOf(tells);
            held = Map.copyOf(held);
        }
    }

    /**
     * @param open what is not done
     * @param week how many reminders each school has had in this week
     */
    public static Outcome of(List<Due> open, Set<Sent> sent, Map<UUID, Integer> week, Rules rules, LocalDate today,
            WorkingDays days) {
        Map<UUID, Integer> had = new HashMap<>(week);
        Map<UUID, Integer> held = new HashMap<>();
        Set<Sent> told = new HashSet<>(sent);
        List<Tell> tells = new ArrayList<>();
        open.stream().sorted(Comparator.comparing(Due::due).thenComparing(due -> due.matter().kind())
                .thenComparing(due -> due.matter().id())).forEach(
                        due -> stage(due, rules, today, days)
                                .filter(stage -> told.add(new Sent(due.matter(), stage)))
                                .ifPresent(stage -> {
                                    Party party = party(due, stage);
                                    UUID school = party.school();
                                    if (school == null) {
                                        tells.add(new Tell(due, stage, party));
                                    } else if (had.getOrDefault(school, 0) < rules.ceiling()) {
                                        had.merge(school, 1, Integer::sum);
                                        tells.add(new Tell(due, stage, party));
                                    } else {
                                        held.merge(school, 1, Integer::sum);
                                    }
                                }));
        return new Outcome(tells, held);
    }

    /** How far a matter has come on a day; empty on days off and before its first lead. */
    public static Optional<Stage> stage(Due due, Rules rules, LocalDate today, WorkingDays days) {
        if (!days.works(today)) {
            return Optional.empty();
        }
        if (!today.isAfter(due.due())) {
            int left = between(today, due.due(), days, rules.longest() + 1);
            return rules.leads(due.sort().code()).stream().filter(lead -> lead >= left).min(Comparator.naturalOrder())
                    .map(lead -> new Stage(Kind.AHEAD, lead));
        }
        int last = due.ladder().size() - 1;
        int late = between(due.due(), today, days, rules.delay() * last + 1);
        int step = Math.min(late / rules.delay(), last);
        return Optional.of(step == 0 ? new Stage(Kind.OVERDUE, 0) : new Stage(Kind.ESCALATED, step));
    }

    private static Party party(Due due, Stage stage) {
        return due.ladder().get(stage.kind() == Kind.ESCALATED ? stage.number() : 0);
    }

    /** Working days after the one, up to and with the other; more than {@code enough} are not counted. */
    static int between(LocalDate after, LocalDate until, WorkingDays days, int enough) {
        int number = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until) && number < enough; day = day.plusDays(1)) {
            if (days.works(day)) {
                number++;
            }
        }
        return number;
    }

    /** Up to which day something may be due that somebody is told of today. */
    public static LocalDate horizon(Rules rules, LocalDate today, WorkingDays days) {
        LocalDate day = today;
        LocalDate furthest = today.plusYears(1);
        for (int left = rules.longest() + 1; left > 0 && day.isBefore(furthest);) {
            day = day.plusDays(1);
            left -= days.works(day) ? 1 : 0;
        }
        return day;
    }
}
