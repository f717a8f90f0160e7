package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.World;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.search.SearchHit;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.search.SearchSource;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/**
 * Duties, in the charter's order. A duty of one community is a cell of the board, where the words name the community or
 * the person belongs to it; otherwise it is the duty's row of the board.
 */
@Component
class DutyHits implements SearchSource {

    private final Progresses progresses;
    private final BusinessClock clock;

    DutyHits(Progresses progresses, BusinessClock clock) {
        this.progresses = progresses;
        this.clock = clock;
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public String key() {
        return "search.duties";
    }

    @Override
    public List<SearchHit> find(Actor actor, SearchQuery query, Messages m, int most) {
        return progresses.inForce().filter(known -> !Span.terms(known.world()).isEmpty())
                .map(known -> find(known, own(actor, known.world()), query).stream().limit(most).toList())
                .orElse(List.of());
    }

    private static List<SearchHit> find(InForce known, Set<String> own, SearchQuery query) {
        List<SearchHit> hits = new ArrayList<>();
        for (Obligation duty : known.charter().obligations()) {
            if (duty.counts()) {
                hits.addAll(find(known, duty.head(), own, query));
            }
        }
        return hits;
    }

    private static List<SearchHit> find(InForce known, Obligation.Head head, Set<String> own, SearchQuery query) {
        String clause = head.quote().clause();
        List<SearchHit> hits = new ArrayList<>();
        boolean everywhere = query.matches(head.name(), clause);
        if (everywhere && own.isEmpty()) {
            hits.add(new SearchHit(head.name(), clause, "/board?duty=" + Addresses.part(head.id())));
        }
        for (String community : known.world().communities()) {
            String name = known.labels().name(community);
            boolean here = everywhere
                    ? own.contains(community)
                    : query.matches(head.name(), clause, name, known.labels().shortName(community));
            if (here) {
                hits.add(new SearchHit(head.name(), clause + " · " + name,
                        "/duties/" + Addresses.part(head.id()) + "/" + Addresses.part(community)));
            }
        }
        return hits;
    }

    /** Communities of the person's postings, and of the person's schools. */
    private Set<String> own(Actor actor, World world) {
        LocalDate today = clock.today();
        Set<String> own = new LinkedHashSet<>();
        actor.communities().stream().map(UUID::toString).forEach(own::add);
        actor.schools().forEach(school -> world.membership(school.toString(), today)
                .ifPresent(membership -> own.add(membership.community())));
        own.retainAll(world.communities());
        return own;
    }
}
