package org.jiaogongti.platform.disclosure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.disclosure.store.RequestStore;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Transactional;

/** Requests that wait for an answer: the bureau's clerks are told first, then its leader. And what is kept no longer goes at night. */
@Configuration(proxyBeanMethods = false)
class RequestsDue {

    /** After the last day it is still owed, and told for so long. */
    private static final int STILL_DAYS = 60;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Bean
    static Job eraseRequests(InformationRequests requests) {
        return Job.daily("erase-requests", 3, 10, (_, day) -> Job.Report.of(requests.erase(day)));
    }

    @Bean
    static Due.Source requestSource(RequestStore store, MessageBook book) {
        return new Source(store, book);
    }

    /** What is open of them. */
    @Transactional(readOnly = true)
    static class Source implements Due.Source {

        private final RequestStore store;
        private final MessageBook book;

        Source(RequestStore store, MessageBook book) {
            this.store = store;
            this.book = book;
        }

        @Override
        public String kind() {
            return InformationRequests.KIND;
        }

        private Due.Sort sort() {
            return new Due.Sort("disclosure-request", book.in(Language.ZH).t("disclosure.request.due"));
        }

        @Override
        public List<Due.Sort> sorts() {
            return List.of(sort());
        }

        @Override
        public List<Due> open(LocalDate today, LocalDate until) {
            return due(store.open(today.minusDays(STILL_DAYS), until));
        }

        @Override
        public List<Due> open(LocalDate today, Collection<String> ids) {
            List<UUID> known = ids.stream().filter(id -> ID.matcher(id).matches()).map(UUID::fromString).toList();
            return known.isEmpty()
                    ? List.of()
                    : due(store.all(known).stream().filter(InformationRequest::open).toList());
        }

        private List<Due> due(List<InformationRequest> open) {
            Messages m = book.in(Language.ZH);
            Due.Party clerks = Due.Party.of(Posting.inDistrict(Role.BUREAU_CLERK));
            Due.Party leaders = new Due.Party(null, Set.of(Posting.inDistrict(Role.BUREAU_ADMIN),
                    Posting.inDistrict(Role.BUREAU_LEADER)), Set.of());
            return open.stream().map(each -> new Due(new Due.Matter(kind(), each.id().toString()), sort(),
                    m.t("disclosure.request.due.title", each.number()), "/disclosure/requests/" + each.id(),
                    each.due(), List.of(clerks, leaders))).toList();
        }
    }
}
