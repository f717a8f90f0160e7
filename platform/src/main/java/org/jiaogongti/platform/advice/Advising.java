package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.LinkSecret;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.advice.Ground.Places;
import org.jiaogongti.platform.advice.Recommendation.Standing;
import org.jiaogongti.platform.advice.store.AdviserStore;
import org.jiaogongti.platform.advice.store.LinkStore;
import org.jiaogongti.platform.advice.store.RecommendationStore;
import org.jiaogongti.platform.advice.store.VisitStore;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an adviser does with a link: it opens on one device, shows what it is for, and takes what the adviser writes. There is no
 * account and no session: the device's secret opens these methods and nothing else, so nothing else has to refuse it. Every
 * method answers nothing for a link that does not count, whatever the reason.
 */
@Service
@Transactional
public class Advising {

    private static final String KIND = "visit";

    private final LinkStore links;
    private final AdviserStore advisers;
    private final Written written;
    private final Facts facts;
    private final Ground ground;

    Advising(LinkStore links, AdviserStore advisers, Written written, Facts facts, Ground ground) {
        this.links = links;
        this.advisers = advisers;
        this.written = written;
        this.facts = facts;
        this.ground = ground;
    }

    /** What advisers wrote. */
    @Component
    record Written(VisitStore visits, RecommendationStore recommendations) {}

    /** What they are shown of other modules. */
    @Component
    record Facts(OccasionBriefs occasions, DutiesInBrief duties) {}

    /** A link that a device still may take. */
    public record Invited(String adviser, String community, @Nullable OccasionBrief occasion, LocalDate last) {}

    /** A link as the one who just followed it sees it; looking does not use it up. */
    @Transactional(readOnly = true)
    public Optional<Invited> invited(LinkSecret secret) {
        return links.byToken(secret.hash()).filter(link -> link.openedAt() == null).flatMap(this::counting)
                .map(held -> new Invited(held.adviser().name(),
                        ground.places().community(held.adviser().community()), occasion(held).orElse(null),
                        held.link().last()));
    }

    /** A link that counts, and whose it is. */
    private record Held(InvitationLink link, Adviser adviser) {

        /** In whose name the journal is written, with what an adviser of the community may read. */
        Actor actor() {
            return new Actor(adviser.id(), null, adviser.name(),
                    Set.of(Posting.inCommunity(Role.ADVISER, adviser.community())));
        }
    }

    private Optional<Held> counting(InvitationLink link) {
        LocalDate today = ground.today();
        return link.opens(today)
                ? advisers.find(link.adviser()).filter(adviser -> adviser.to() == null || !today.isAfter(adviser.to()))
                        .map(adviser -> new Held(link, adviser))
                : Optional.empty();
    }

    private Optional<OccasionBrief> occasion(Held held) {
        UUID occasion = held.link().occasion();
        return occasion == null ? Optional.empty() : facts.occasions().find(held.actor(), occasion);
    }

    /** What the device keeps from now on. */
    public record Taken(UUID link, LinkSecret device, LocalDate last) {}

    /** The press that uses the link up. */
    public Optional<Taken> take(LinkSecret secret) {
        Optional<Held> held = links.byToken(secret.hash()).flatMap(this::counting);
        LinkSecret device = LinkSecret.fresh(Scope.required());
        if (held.isEmpty() || !links.take(held.get().link().id(), device.hash(), ground.clock().now())) {
            return Optional.empty();
        }
        ground.journal().write(held.get().actor(), "AdviserLinkOpened", "adviser-link", held.get().link().id(),
                Map.of());
        return Optional.of(new Taken(held.get().link().id(), device, held.get().link().last()));
    }

    /** The page of a link that this device took already, so that the link in the chat goes on working there. */
    @Transactional(readOnly = true)
    public Optional<UUID> linkOf(LinkSecret secret) {
        return links.byToken(secret.hash()).map(InvitationLink::id);
    }

    private Optional<Held> held(UUID id, LinkSecret device) {
        return links.byDevice(id, device.hash()).flatMap(this::counting);
    }

    /**
     * What a device shows.
     *
     * @param visit what is written about the occasion, or null
     * @param recommendations of the visit, or without an occasion all of the adviser's
     * @param schools to whom a recommendation may go, besides the community
     * @param duties of the school where the occasion is, or of the community
     */
    public record Opened(InvitationLink link, Adviser adviser, String community, @Nullable OccasionBrief occasion,
            @Nullable Visit visit, List<Recommendation> recommendations,
            Map<UUID, List<RecommendationStep>> steps, List<School> schools, List<DutiesInBrief.Duty> duties,
            LocalDate today) {

        public String addressee(Recommendation recommendation) {
            return schools.stream().filter(school -> school.id().equals(recommendation.school())).map(School::name)
                    .findFirst().orElse(community);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Opened> open(UUID id, LinkSecret device) {
        return held(id, device).map(this::opened);
    }

    private Opened opened(Held held) {
        Adviser adviser = held.adviser();
        Places places = ground.places();
        OccasionBrief occasion = occasion(held).orElse(null);
        Visit visit = occasion == null
                ? null
                : written.visits().of(adviser.id(), occasion.id()).orElse(null);
        List<UUID> visits = held.link().occasion() == null
                ? written.visits().ofAdviser(adviser.id()).stream().map(Visit::id).toList()
                : visit == null ? List.of() : List.of(visit.id());
        List<Recommendation> given = written.recommendations().ofVisits(visits);
        Map<UUID, List<RecommendationStep>> steps = written.recommendations()
                .steps(given.stream().map(Recommendation::id).toList()).stream()
                .collect(Collectors.groupingBy(RecommendationStep::recommendation, LinkedHashMap::new,
                        Collectors.toList()));
        UUID host = occasion == null ? null : occasion.host();
        return new Opened(held.link(), adviser, places.community(adviser.community()), occasion, visit, given, steps,
                places.schoolsOf(adviser.community()),
                host == null ? facts.duties().ofCommunity(adviser.community()) : facts.duties().ofSchool(host),
                ground.today());
    }

    /** Says that the adviser is there, on the day of the occasion and the days after it. */
    public Optional<Change> present(UUID id, LinkSecret device) {
        return visiting(id, device).map(visiting -> {
            LocalDate today = ground.today();
            if (visiting.occasion().date().isAfter(today)) {
                return new Change.Refused("advice.visit.refused.early");
            }
            Visit before = visiting.visit();
            Visit visit = new Visit(before.id(), before.adviser(), before.occasion(), today, before.seen(),
                    before.diagnosis(), before.writtenOn());
            written.visits().put(List.of(visit));
            ground.journal().write(visiting.held().actor(), "AdviserPresent", KIND, visit.id(),
                    Map.of("occasion", visit.occasion().toString()));
            return new Change.Done();
        });
    }

    /** A link that opens an occasion, with what was written about it so far. */
    private record Visiting(Held held, OccasionBrief occasion, Visit visit) {}

    private Optional<Visiting> visiting(UUID id, LinkSecret device) {
        return held(id, device).flatMap(held -> occasion(held).map(occasion -> new Visiting(held, occasion,
                written.visits().of(held.adviser().id(), occasion.id()).orElseGet(
                        () -> new Visit(ground.ids().next(), held.adviser().id(), occasion.id(), null, "", "",
                                null)))));
    }

    /**
     * What an adviser typed about an occasion.
     *
     * @param pieces new recommendations; those without words are left out
     * @param answerBy by when an answer is asked, or null for the usual days
     */
    public record Report(String seen, String diagnosis, List<Piece> pieces, @Nullable LocalDate answerBy) {

        public Report {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * A recommendation as typed.
     *
     * @param school null for the community
     */
    public record Piece(@Nullable UUID school, String words) {}

    /** Keeps what was seen and found, and gives recommendations; it can be written on until the link ends. */
    public Optional<Change> write(UUID id, LinkSecret device, Report report) {
        return visiting(id, device).map(visiting -> write(visiting, report));
    }

    private Change write(Visiting visiting, Report report) {
        LocalDate today = ground.today();
        List<Piece> pieces = report.pieces().stream().filter(piece -> !piece.words().isEmpty()).toList();
        LocalDate answerBy = report.answerBy() == null ? today.plusDays(Recommendation.DAYS) : report.answerBy();
        Optional<String> problem = problem(visiting, report, pieces, answerBy);
        if (problem.isPresent()) {
            return new Change.Refused(problem.get());
        }
        Visit before = visiting.visit();
        Visit visit = new Visit(before.id(), before.adviser(), before.occasion(),
                before.presentOn() == null ? today : before.presentOn(), report.seen(), report.diagnosis(), today);
        UUID community = visiting.held().adviser().community();
        List<Recommendation> given = new ArrayList<>();
        pieces.forEach(piece -> given.add(new Recommendation(ground.ids().next(), visit.id(), community,
                piece.school(), piece.words(), today, answerBy, Standing.GIVEN)));
        written.visits().put(List.of(visit));
        written.recommendations().insert(given);
        ground.journal().write(visiting.held().actor(), "VisitWritten", KIND, visit.id(), Map.of("occasion",
                visit.occasion().toString(), "recommendations",
                given.stream().map(each -> each.id().toString()).toList()));
        return new Change.Done();
    }

    private Optional<String> problem(Visiting visiting, Report report, List<Piece> pieces, LocalDate answerBy) {
        LocalDate today = ground.today();
        if (visiting.occasion().date().isAfter(today)) {
            return Optional.of("advice.visit.refused.early");
        }
        if (report.seen().isEmpty() && report.diagnosis().isEmpty() && pieces.isEmpty()) {
            return Optional.of("advice.visit.refused.empty");
        }
        if (report.seen().length() > Visit.LONGEST || report.diagnosis().length() > Visit.LONGEST
                || pieces.stream().anyMatch(piece -> piece.words().length() > Recommendation.LONGEST)) {
            return Optional.of("advice.visit.refused.long");
        }
        if (answerBy.isBefore(today) || answerBy.isAfter(today.plusDays(Recommendation.MOST_DAYS))) {
            return Optional.of("advice.visit.refused.answer-by");
        }
        Set<UUID> schools = ground.places().schoolsOf(visiting.held().adviser().community()).stream().map(School::id)
                .collect(Collectors.toSet());
        return pieces.stream().anyMatch(piece -> piece.school() != null && !schools.contains(piece.school()))
                ? Optional.of("advice.visit.refused.school")
                : Optional.empty();
    }

    /** Takes back a recommendation of this occasion to which nobody has said anything yet. */
    public Optional<Change> takeBack(UUID id, LinkSecret device, UUID recommendation) {
        Optional<Visiting> visiting = visiting(id, device);
        Optional<Recommendation> given = written.recommendations().lock(recommendation)
                .filter(each -> visiting.filter(own -> own.visit().id().equals(each.visit())).isPresent());
        if (visiting.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        if (!written.recommendations().steps(List.of(recommendation)).isEmpty()) {
            return Optional.of(new Change.Refused("advice.visit.refused.answered"));
        }
        written.recommendations().remove(recommendation);
        ground.journal().write(visiting.get().held().actor(), "RecommendationTakenBack", "recommendation",
                recommendation, Map.of("words", given.get().words()));
        return Optional.of(new Change.Done());
    }
}
