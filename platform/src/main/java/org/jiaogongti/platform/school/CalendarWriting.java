package org.jiaogongti.platform.school;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.CalendarLine.What;
import org.jiaogongti.platform.school.model.Differences;
import org.jiaogongti.platform.school.store.CalendarHistory;
import org.jiaogongti.platform.school.store.CalendarStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one way by which a calendar that is in use changes, from the page as from a table; each change can be looked up. */
@Component
class CalendarWriting {

    private final CalendarStore store;
    private final CalendarHistory history;
    private final WorldChanges worldChanges;
    private final BusinessClock clock;
    private final Ids ids;

    CalendarWriting(CalendarStore store, CalendarHistory history, WorldChanges worldChanges, BusinessClock clock,
            Ids ids) {
        this.store = store;
        this.history = history;
        this.worldChanges = worldChanges;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param takesBack the change that it takes back, or null */
    record Why(CalendarChange.How how, String reason, @Nullable UUID takesBack) {

        static final Why TABLE = new Why(CalendarChange.How.TABLE, "", null);
    }

    /** The calendar as it is, held until the transaction ends. */
    SchoolCalendar held() {
        store.hold();
        return store.read();
    }

    /** Nothing is written where nothing differs. */
    UUID write(Actor actor, SchoolCalendar after, List<CalendarLine> lines, Why why) {
        UUID id = ids.next();
        if (lines.isEmpty()) {
            return id;
        }
        store.apply(after, lines);
        history.add(new CalendarChange(id, actor.accountId(), actor.name(), clock.today(), why.how(), why.reason(),
                why.takesBack(), lines), clock.now());
        Differences.reach(lines).ifPresent(
                days -> worldChanges.changed(WorldChange.everywhere(days.first(), days.last())));
        return id;
    }

    /** A table's rows, put in or taken out. */
    void write(Actor actor, SchoolCalendar before, SchoolCalendar after) {
        write(actor, after, Differences.of(before, after), Why.TABLE);
    }

    /** What a journal line says of a change. */
    static Map<String, Object> payload(List<CalendarLine> lines, String reason) {
        return Map.of("periods", names(lines, What.PERIOD), "phases", names(lines, What.PHASE), "closedDays",
                lines.stream().filter(line -> line.what() == What.CLOSED).count(), "reason", reason);
    }

    private static List<String> names(List<CalendarLine> lines, What what) {
        return lines.stream().filter(line -> line.what() == what).map(CalendarLine::name).distinct()
                .collect(Collectors.toList());
    }
}
