package org.jiaogongti.platform.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.obligation.Board;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.SchoolView;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Component;

/** Duties of this term as an adviser reads them: a line each, no names, nothing to open. */
@Component
public class DutiesInBrief {

    private final Progresses progresses;
    private final Calendars calendars;
    private final BusinessClock clock;

    DutiesInBrief(Progresses progresses, Calendars calendars, BusinessClock clock) {
        this.progresses = progresses;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A duty with all towards whom it is owed.
     *
     * @param clause where the notice says so
     * @param done how many of them are met
     * @param due how many there are, without what is waived or suspended
     * @param late how many are missed
     */
    public record Duty(String name, String clause, long done, long due, long late) {}

    /** What a school has to do. */
    List<Duty> ofSchool(UUID school) {
        return term().flatMap(term -> progresses.ofSchool(school.toString(), term)).map(SchoolView::mine)
                .map(this::duties).orElse(List.of());
    }

    /** What is owed in a community. */
    List<Duty> ofCommunity(UUID community) {
        return term().flatMap(term -> progresses.summedBoard(term, community.toString())).map(Board::standings)
                .map(this::duties).orElse(List.of());
    }

    private Optional<String> term() {
        return calendars.current().termAt(clock.today()).map(Period::name);
    }

    private List<Duty> duties(List<Standing> standings) {
        Optional<InForce> rules = progresses.inForce();
        Map<String, List<Standing>> byDuty = standings.stream()
                .collect(Collectors.groupingBy(Standing::duty, LinkedHashMap::new, Collectors.toList()));
        return byDuty.entrySet().stream().flatMap(each -> rules
                .flatMap(known -> known.charter().obligation(each.getKey())).map(Obligation::head)
                .map(head -> duty(head, each.getValue())).stream()).filter(duty -> duty.due() > 0).toList();
    }

    private static Duty duty(Obligation.Head head, List<Standing> same) {
        return new Duty(head.name(), head.quote().clause(), count(same, Status.MET),
                same.stream().mapToLong(Standing::number).sum() - count(same, Status.WAIVED)
                        - count(same, Status.SUSPENDED),
                count(same, Status.MISSED));
    }

    private static long count(List<Standing> same, Status status) {
        return same.stream().filter(standing -> standing.status() == status).mapToLong(Standing::number).sum();
    }
}
