package org.jiaogongti.platform.obligation.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.World;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Kept;
import org.jiaogongti.platform.obligation.Overview;
import org.jiaogongti.platform.obligation.Overviews;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.WaiverDecision;
import org.jiaogongti.platform.obligation.WaiverOrder;
import org.jiaogongti.platform.obligation.Waivers;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads what a board needs and has it built. */
@Component
class Boards {

    private final Overviews overviews;
    private final Waivers waivers;
    private final BusinessClock clock;
    private final Keepers keepers;

    Boards(Overviews overviews, Waivers waivers, BusinessClock clock, Keepers keepers) {
        this.overviews = overviews;
        this.waivers = waivers;
        this.clock = clock;
        this.keepers = keepers;
    }

    /** Empty where there is no charter or no term; an unknown term is not found. */
    Optional<BoardView> view(String term, Span.Width width, BoardBuilder.Asked asked, Words words) {
        Optional<Overview> overview = overview(term, width);
        if (overview.isEmpty() || Span.terms(overview.get().inForce().world()).isEmpty()) {
            return Optional.empty();
        }
        InForce inForce = overview.get().inForce();
        Span span = span(inForce, term, width);
        BoardFacts facts = facts(overview.get());
        return Optional.of(new BoardBuilder(facts.with(kept(facts, span, words), notes(overview.get(), words)), span,
                asked, words).build());
    }

    private Map<String, List<Kept>> kept(BoardFacts facts, Span span, Words words) {
        return keepers.of(new Kept.Asked(facts.charter(), span, facts.world().periods(),
                facts.dayIn(span), facts.today(), facts.world().communities(), words.m()));
    }

    /** Everything shown; what is met of each-time duties in one standing, see {@link Standing#number}. */
    Optional<Overview> overview(String term, Span.Width width) {
        return overviews.summed(inForce -> periods(inForce, term, width));
    }

    /** What stands behind one cell. */
    Optional<Overview> cell(String duty, String community, String term, Span.Width width) {
        return overviews.of(duty, community, inForce -> periods(inForce, term, width));
    }

    private Collection<String> periods(InForce inForce, String term, Span.Width width) {
        return Span.terms(inForce.world()).isEmpty() ? List.of() : span(inForce, term, width).periods();
    }

    BoardFacts facts(Overview overview) {
        InForce inForce = overview.inForce();
        return new BoardFacts(inForce.charter(), inForce.world(), inForce.labels(), overview.standings(), Map.of(),
                Outlooks.over(inForce, overview.past(), overview.asOf()), List.of(), overview.asOf());
    }

    /** Decisions that lie on something shown; one more select, and only where there is one. */
    private List<BoardFacts.WaiverNote> notes(Overview overview, Words words) {
        Set<UUID> laid = new HashSet<>();
        overview.standings().forEach(standing -> {
            if (standing.waiver() != null) {
                laid.add(standing.waiver().id());
            }
        });
        if (laid.isEmpty()) {
            return List.of();
        }
        List<BoardFacts.WaiverNote> notes = new ArrayList<>();
        for (WaiverDecision decision : waivers.all()) {
            if (laid.contains(decision.id())) {
                WaiverOrder order = decision.order();
                String title = words.m().t("obligation.rail.whose",
                        WaiverPages.bearers(order, overview.inForce(), words),
                        WaiverPages.duties(order, overview.inForce()));
                notes.add(new BoardFacts.WaiverNote(title,
                        words.m().t("obligation.waiver.note", WaiverPages.kind(order, words), order.decidedBy(),
                                order.document(), order.reason()),
                        where(overview, decision.id()), order.target() == null));
            }
        }
        return notes;
    }

    /** The first instance it lies on; its page shows the decision to everybody who may see the board. */
    private static String where(Overview overview, UUID waiver) {
        return overview.standings().stream()
                .filter(standing -> standing.waiver() != null && standing.waiver().id().equals(waiver))
                .map(standing -> Addresses.instance(standing.key())).findFirst().orElse("/board");
    }

    Span span(InForce inForce, String term, Span.Width width) {
        World world = inForce.world();
        return Span.of(inForce.charter(), world, Span.term(world, term, clock.today()).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no term '" + term + "'")), width);
    }
}
