package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.model.Reach;
import org.jiaogongti.platform.appraisal.model.SchemeYears;
import org.jiaogongti.platform.appraisal.store.SchemeStore;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;

/** What the appraisal stands on: schemes by year, the calendar, who belongs where, the clock, the journal. */
@Component
record AppraisalGround(SchemeStore schemes, Communities communities, Calendars calendars, Journal journal, Ids ids,
        BusinessClock clock) {

    LocalDate today() {
        return clock.today();
    }

    Reach reach(Actor actor) {
        return new Reach(actor, communities.composition(), today());
    }

    Author author(Actor actor) {
        return new Author(actor.accountId(), actor.standingInFor(), actor.name(), today(), clock.now());
    }

    /** The schemes and the years they are for. */
    Years years() {
        return new Years(new SchemeYears(schemes.editions()), calendars.current().periods(), today());
    }

    /**
     * Schemes by year.
     *
     * @param calendar every period of it
     */
    record Years(SchemeYears schemes, List<Period> calendar, LocalDate today) {

        List<Period> appraised() {
            return schemes.appraised(calendar, today);
        }

        Optional<Period> find(String name) {
            return appraised().stream().filter(each -> each.name().equals(name)).findFirst();
        }

        /** The year of the same kind that ended last before another began. */
        Optional<Period> before(Period year) {
            return calendar.stream().filter(each -> each.kind() == year.kind()
                    && each.days().last().isBefore(year.days().first()))
                    .max(Comparator.comparing(each -> each.days().last()));
        }

        /** The year to look at when none is named: the last one that has ended, or the one that goes on. */
        Optional<Period> usual() {
            List<Period> all = appraised();
            return all.stream().filter(each -> each.days().last().isBefore(today)).findFirst()
                    .or(() -> all.stream().findFirst());
        }
    }
}
