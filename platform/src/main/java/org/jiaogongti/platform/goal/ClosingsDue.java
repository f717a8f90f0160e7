package org.jiaogongti.platform.goal;

import java.util.List;
import java.util.Set;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.goal.store.ClosingStore;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.SecondPerson;
import org.jiaogongti.platform.reminder.SecondPerson.Waiting;
import org.jiaogongti.platform.shell.MessageBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A round's close waits for its second signature. */
@Configuration(proxyBeanMethods = false)
class ClosingsDue {

    @Bean
    static Due.Source closingSource(ClosingStore store, GoalGround ground, MessageBook book) {
        return new SecondPerson("goal-close", "goal.close.due", "goal.close.due.title", book,
                Set.of(Role.BUREAU_LEADER), () -> waiting(store, ground));
    }

    private static List<Waiting> waiting(ClosingStore store, GoalGround ground) {
        List<Closing> open = store.waiting();
        List<String> rounds = open.isEmpty()
                ? List.of()
                : ground.charter().map(Charter::rounds).orElse(List.of()).stream().map(Round::name).toList();
        return open.stream().filter(each -> rounds.contains(each.round()))
                .map(each -> new Waiting(each.id().toString(), List.of(each.round(), each.proposed().name()),
                        "/goals/rounds/" + (1 + rounds.indexOf(each.round())),
                        each.proposed().on().plusDays(SecondPerson.DAYS)))
                .toList();
    }
}
