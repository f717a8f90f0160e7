package org.jiaogongti.platform.disclosure;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.disclosure.store.PublicationStore;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.SecondPerson;
import org.jiaogongti.platform.reminder.SecondPerson.Waiting;
import org.jiaogongti.platform.shell.MessageBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A text for the public waits for who publishes it. */
@Configuration(proxyBeanMethods = false)
class PublicationsDue {

    private static final int MOST = 100;

    @Bean
    static Due.Source publicationSource(PublicationStore store, MessageBook book) {
        return new SecondPerson("disclosure-publication", "disclosure.publication.due",
                "disclosure.publication.due.title", book, Set.of(Role.BUREAU_CLERK, Role.BUREAU_ADMIN),
                () -> store.waiting(MOST).stream().flatMap(PublicationsDue::waiting).toList());
    }

    private static Stream<Waiting> waiting(Publication each) {
        Publication.Hand hand = each.submitted();
        return hand == null
                ? Stream.empty()
                : Stream.of(new Waiting(each.id().toString(), List.of(each.words().title(), hand.name()),
                        "/disclosure/" + each.id(), hand.on().plusDays(SecondPerson.DAYS)));
    }
}
