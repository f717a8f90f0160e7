package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Overview;
import org.jiaogongti.platform.obligation.Overviews;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads what a board needs and has it built. */
@Component
class Boards {

    private final Overviews overviews;
    private final BusinessClock clock;

    Boards(Overviews overviews, BusinessClock clock) {
        this.overviews = overviews;
        this.clock = clock;
    }

    /** Empty where there is no charter or no term; an unknown term is not found. */
    Optional<BoardView> view(String term, Span.Width width, BoardBuilder.Asked asked, Words words) {
        Optional<Overview> overview = overview(term, width);
        if (overview.isEmpty() || Span.terms(overview.get().inForce().world()).isEmpty()) {
            return Optional.empty();
        }
        InForce inForce = overview.get().inForce();
        Span span = span(inForce, term, width);
        return Optional.of(new BoardBuilder(facts(overview.get()), span, asked, words).build());
    }

    Optional<Overview> overview(String term, Span.Width width) {
        return overviews.of(inForce -> Span.terms(inForce.world()).isEmpty()
                ? List.of()
                : span(inForce, term, width).periods(), Boards::nothing);
    }

    private static List<String> nothing(InForce inForce) {
        return List.of();
    }

    BoardFacts facts(Overview overview) {
        return new BoardFacts(overview.inForce().charter(), overview.inForce().world(), overview.inForce().labels(),
                overview.standings(), Outlooks.NONE, List.of(), overview.asOf());
    }

    Span span(InForce inForce, String term, Span.Width width) {
        World world = inForce.world();
        return Span.of(inForce.charter(), world, term(world, term, clock.today()), width);
    }

    private static Period term(World world, String name, LocalDate today) {
        Optional<Period> found = name.isEmpty()
                ? Span.termOf(world, today)
                : Span.terms(world).stream().filter(term -> term.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no term '" + name + "'"));
    }
}
