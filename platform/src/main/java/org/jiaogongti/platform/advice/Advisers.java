package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.advice.Ground.Places;
import org.jiaogongti.platform.advice.model.AdviceRights;
import org.jiaogongti.platform.advice.store.AdviserStore;
import org.jiaogongti.platform.advice.store.LinkStore;
import org.jiaogongti.platform.advice.store.RecommendationStore;
import org.jiaogongti.platform.advice.store.VisitStore;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 顾问名册: who advises which community, as of any day. The bureau keeps it; a community reads its own. */
@Service
@Transactional
public class Advisers {

    static final String KIND = "adviser";

    private final AdviserStore store;
    private final Papers papers;
    private final OccasionBriefs occasions;
    private final Ground ground;

    Advisers(AdviserStore store, Papers papers, OccasionBriefs occasions, Ground ground) {
        this.store = store;
        this.papers = papers;
        this.occasions = occasions;
        this.ground = ground;
    }

    /** What belongs to an adviser. */
    @Component
    record Papers(LinkStore links, VisitStore visits, RecommendationStore recommendations) {}

    /**
     * Advisers as of a day.
     *
     * @param communities that somebody may choose from
     * @param keeps whether somebody may enter one
     */
    public record Listed(List<Adviser> advisers, List<Community> communities, boolean keeps, boolean more) {

        public String community(UUID id) {
            return communities.stream().filter(each -> each.id().equals(id)).map(Community::name).findFirst()
                    .orElse("");
        }
    }

    @Transactional(readOnly = true)
    public LocalDate today() {
        return ground.today();
    }

    @Transactional(readOnly = true)
    public Listed list(Actor actor, AdviserFilter filter, int size) {
        Places places = ground.places();
        AdviceRights rights = places.rights(actor);
        List<Adviser> found = store.list(filter, rights.district() ? null : rights.communities(), size + 1);
        boolean more = found.size() > size;
        return new Listed(more ? found.subList(0, size) : found, read(places, rights), rights.keeps(), more);
    }

    private static List<Community> read(Places places, AdviceRights rights) {
        return places.communities().stream().filter(community -> rights.reads(community.id())).toList();
    }

    /**
     * One adviser's page.
     *
     * @param choices the occasions that a link may open
     * @param briefs of the occasions of visits and links
     * @param unused whether the entry can be taken back as a mistake
     */
    public record Shown(Adviser adviser, String community, List<Visit> visits, List<Recommendation> recommendations,
            List<InvitationLink> links, List<OccasionBrief> choices, Map<UUID, OccasionBrief> briefs,
            Map<UUID, String> names, boolean keeps, boolean invites, boolean unused, LocalDate today) {

        public String name(@Nullable UUID id) {
            return id == null ? community : names.getOrDefault(id, "");
        }
    }

    /**
     * One adviser.
     *
     * @throws Absent where there is no such adviser, or somebody may not see them
     */
    @Transactional(readOnly = true)
    public Shown show(Actor actor, UUID id) {
        Places places = ground.places();
        AdviceRights rights = places.rights(actor);
        Adviser adviser = seen(rights, id);
        boolean invites = rights.invites(adviser.community());
        List<Visit> visits = papers.visits().ofAdviser(id);
        List<InvitationLink> links = invites ? papers.links().of(id) : List.of();
        List<OccasionBrief> choices = invites
                ? occasions.of(adviser.community(), ground.today().minusDays(InvitationLink.LONGEST_DAYS / 2),
                        ground.today().plusDays(InvitationLink.LONGEST_DAYS / 2))
                : List.of();
        List<UUID> named = java.util.stream.Stream.concat(visits.stream().map(Visit::occasion),
                links.stream().map(InvitationLink::occasion).filter(java.util.Objects::nonNull)).distinct().toList();
        return new Shown(adviser, places.community(adviser.community()), visits,
                papers.recommendations().ofVisits(visits.stream().map(Visit::id).toList()), links, choices,
                Briefs.byId(occasions.readable(actor, named)), places.names(), rights.keeps(), invites,
                !store.used(id), ground.today());
    }

    private Adviser seen(AdviceRights rights, UUID id) {
        return store.find(id).filter(adviser -> rights.reads(adviser.community()))
                .orElseThrow(() -> new Absent(KIND, id));
    }

    /** An adviser as typed. */
    public record Engagement(@Nullable UUID community, String name, @Nullable AdviserKind kind,
            @Nullable AdviserLevel level, String unit, String titles, String invitedBy, String document,
            @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** What came of entering an adviser. */
    public sealed interface Engaged {

        record Done(UUID adviser) implements Engaged {}

        /** A no, as a message key. */
        record Refused(String key) implements Engaged {}
    }

    /** Enters an adviser of a community. */
    public Engaged engage(Actor actor, Engagement given) {
        Places places = ground.places();
        if (!places.rights(actor).keeps()) {
            return new Engaged.Refused("advice.refused.role");
        }
        if (given.community() == null || given.kind() == null || given.level() == null || given.from() == null
                || given.name().isEmpty() || given.unit().isEmpty() || given.invitedBy().isEmpty()) {
            return new Engaged.Refused("advice.refused.missing");
        }
        UUID community = places.communities().stream().map(Community::id)
                .filter(id -> id.equals(given.community())).findFirst()
                .orElseThrow(() -> new Absent("community", String.valueOf(given.community())));
        Adviser adviser = new Adviser(ground.ids().next(), community, given.name(), given.kind(), given.level(),
                given.unit(), given.titles(), given.invitedBy(), given.document(), given.from(), given.to());
        Optional<String> problem = problem(adviser);
        if (problem.isPresent()) {
            return new Engaged.Refused(problem.get());
        }
        store.put(List.of(adviser));
        ground.journal().write(actor, "AdviserEngaged", KIND, adviser.id(),
                Map.of("community", community.toString(), "kind", adviser.kind().name(), "unit", adviser.unit(),
                        "document", adviser.document(), "from", adviser.from().toString()));
        return new Engaged.Done(adviser.id());
    }

    private Optional<String> problem(Adviser adviser) {
        boolean wide = List.of(adviser.name(), adviser.unit(), adviser.titles(), adviser.invitedBy(),
                adviser.document()).stream().anyMatch(text -> text.length() > Adviser.LONGEST);
        if (wide) {
            return Optional.of("advice.refused.long");
        }
        if (adviser.to() != null && adviser.to().isBefore(adviser.from())) {
            return Optional.of("advice.refused.order");
        }
        return store.named(List.of(adviser.name())).stream().anyMatch(adviser::crosses)
                ? Optional.of("advice.refused.already")
                : Optional.empty();
    }

    /** Says which day was or will be the last, or, without one, that there is none yet. Open links end with the day. */
    public Change end(Actor actor, UUID id, @Nullable LocalDate last) {
        AdviceRights rights = ground.places().rights(actor);
        Adviser ended = seen(rights, id).until(last);
        if (!rights.keeps()) {
            throw new Absent(KIND, id);
        }
        Optional<String> problem = problem(ended);
        if (problem.isPresent()) {
            return new Change.Refused(problem.get());
        }
        store.put(List.of(ended));
        ground.journal().write(actor, last == null ? "AdviserGoesOn" : "AdviserEnded", KIND, id,
                last == null ? Map.of() : Map.of("last", last.toString()));
        return new Change.Done();
    }

    /** Takes back an entry made in error; an adviser who had a link or wrote anything stays and can be ended. */
    public Change takeBack(Actor actor, UUID id) {
        AdviceRights rights = ground.places().rights(actor);
        Adviser adviser = seen(rights, id);
        if (!rights.keeps()) {
            throw new Absent(KIND, id);
        }
        if (store.used(id)) {
            return new Change.Refused("advice.refused.used");
        }
        store.remove(List.of(id));
        ground.journal().write(actor, "AdviserTakenBack", KIND, id, Map.of("unit", adviser.unit()));
        return new Change.Done();
    }

    /** Names of advisers that stand in a text; for whoever makes it public. */
    @Transactional(readOnly = true)
    public Set<String> namedIn(String text) {
        return store.namedIn(text);
    }

    /**
     * Advisers with what they wrote and what became of it.
     *
     * @param links with the hash of what opens them
     */
    public record Past(List<Adviser> advisers, Map<InvitationLink, byte[]> links, List<Visit> visits,
            List<Recommendation> recommendations, List<RecommendationStep> steps) {}

    /** Sets up a district's advisers with what they wrote, all in one go. */
    public void setUp(Past past) {
        store.put(past.advisers());
        past.links().forEach((link, token) -> papers.links().insert(link, token));
        papers.visits().put(past.visits());
        papers.recommendations().insert(past.recommendations());
        papers.recommendations().insertSteps(past.steps());
    }
}
