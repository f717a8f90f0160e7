package org.jiaogongti.platform.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.goal.Closing;
import org.jiaogongti.platform.goal.Closings;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.SecondPerson;
import org.jiaogongti.platform.reminder.SecondPerson.Waiting;
import org.jiaogongti.platform.round.Plan.Draft;
import org.jiaogongti.platform.round.store.PlanStore;
import org.jiaogongti.platform.round.store.TrialStore;
import org.jiaogongti.platform.shell.MessageBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A tried draft of the next round waits to be issued by another person, once the round before is closed. */
@Configuration(proxyBeanMethods = false)
class RoundsDue {

    @Bean
    static Due.Source roundSource(PlanStore plans, TrialStore trials, Closings closings, MessageBook book) {
        return new SecondPerson("round-issue", "round.issue.due", "round.issue.due.title", book,
                Set.of(Role.CHARTER_EDITOR, Role.BUREAU_ADMIN),
                () -> waiting(plans, trials, closings));
    }

    private static List<Waiting> waiting(PlanStore plans, TrialStore trials, Closings closings) {
        List<Waiting> waiting = new ArrayList<>();
        for (Plan plan : plans.waiting()) {
            Draft draft = plans.draft(plan.id());
            boolean tried = trials.done(plan.id()).filter(trial -> trial.draft().equals(draft.id())).isPresent();
            boolean closed = closings.of(plan.base()).filter(each -> each.state() == Closing.State.CONFIRMED)
                    .isPresent();
            if (tried && closed) {
                waiting.add(new Waiting(plan.id().toString(), List.of(plan.round(), draft.by().name()),
                        "/rounds/next#issue", draft.by().on().plusDays(SecondPerson.DAYS)));
            }
        }
        return waiting;
    }
}
