package org.jiaogongti.platform.appraisal;

import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.appraisal.store.AppraisalStore;
import org.jiaogongti.platform.appraisal.store.DisputeStore;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.SecondPerson;
import org.jiaogongti.platform.reminder.SecondPerson.Waiting;
import org.jiaogongti.platform.shell.MessageBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A proposed result waits for its decision once schools were heard, and a proposed correction for who rules on it. */
@Configuration(proxyBeanMethods = false)
class DecisionsDue {

    @Bean
    static Due.Source appraisalDecisionSource(AppraisalStore store, MessageBook book) {
        return new SecondPerson("appraisal-decision", "appraisal.decision.due", "appraisal.decision.due.title", book,
                Set.of(Role.BUREAU_LEADER),
                () -> store.proposed().stream().map(each -> new Waiting(each.run().toString(),
                        List.of(each.year(), each.by()), "/appraisals?year=" + each.year(),
                        each.until().plusDays(SecondPerson.DAYS))).toList());
    }

    @Bean
    static Due.Source appraisalCorrectionSource(DisputeStore store, MessageBook book) {
        return new SecondPerson("appraisal-correction", "appraisal.correction.due", "appraisal.correction.due.title",
                book, Set.of(Role.BUREAU_ADMIN, Role.BUREAU_CLERK),
                () -> store.corrections().stream()
                        .map(each -> new Waiting(each.id().toString(), List.of(each.year(), each.label(), each.by()),
                                "/appraisals/" + each.year() + "/disputes", each.on().plusDays(SecondPerson.DAYS)))
                        .toList());
    }
}
