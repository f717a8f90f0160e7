package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.World;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.advice.Ground.Places;
import org.jiaogongti.platform.advice.RecommendationStep.What;
import org.jiaogongti.platform.advice.model.AdviceRights;
import org.jiaogongti.platform.advice.model.Course;
import org.jiaogongti.platform.advice.store.AdviserStore;
import org.jiaogongti.platform.advice.store.RecommendationStore;
import org.jiaogongti.platform.advice.store.VisitStore;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 建议的去向: what advisers recommended, what the school or community said to it, and what was done. */
@Service
@Transactional
public class Recommendations {

    private static final String KIND = "recommendation";

    private final RecommendationStore store;
    private final Sources sources;
    private final OccasionBriefs occasions;
    private final Ground ground;

    Recommendations(RecommendationStore store, Sources sources, OccasionBriefs occasions, Ground ground) {
        this.store = store;
        this.sources = sources;
        this.occasions = occasions;
        this.ground = ground;
    }

    /** Where recommendations come from. */
    @Component
    record Sources(VisitStore visits, AdviserStore advisers) {}

    /**
     * A page of recommendations with what their lines need.
     *
     * @param communities and schools that somebody may choose from
     */
    public record Listed(List<Recommendation> rows, Map<UUID, Adviser> advisers, Map<UUID, OccasionBrief> occasions,
            Map<UUID, List<RecommendationStep>> steps, List<Community> communities, List<School> schools,
            Map<UUID, String> names, LocalDate today, boolean more) {

        public String addressee(Recommendation row) {
            UUID school = row.school();
            return names.getOrDefault(school == null ? row.community() : school, "");
        }
    }

    /** Six selects and those of the organisation, however long the page is. */
    @Transactional(readOnly = true)
    public Listed list(Actor actor, RecommendationFilter filter, @Nullable UUID after, int size) {
        Places places = ground.places();
        AdviceRights rights = places.rights(actor);
        List<Recommendation> found = store.page(filter, rights.district() ? null : rights.communities(),
                ground.today(), after, size + 1);
        boolean more = found.size() > size;
        List<Recommendation> rows = more ? found.subList(0, size) : found;
        List<Visit> visits = sources.visits().find(rows.stream().map(Recommendation::visit).distinct().toList());
        Map<UUID, Adviser> known = sources.advisers().find(visits.stream().map(Visit::adviser).distinct().toList())
                .stream().collect(Collectors.toMap(Adviser::id, adviser -> adviser));
        Map<UUID, OccasionBrief> briefs = Briefs
                .byId(occasions.readable(actor, visits.stream().map(Visit::occasion).toList()));
        Map<UUID, Adviser> advisers = new LinkedHashMap<>();
        Map<UUID, OccasionBrief> held = new LinkedHashMap<>();
        visits.forEach(visit -> {
            Optional.ofNullable(known.get(visit.adviser())).ifPresent(each -> advisers.put(visit.id(), each));
            Optional.ofNullable(briefs.get(visit.occasion())).ifPresent(each -> held.put(visit.id(), each));
        });
        List<Community> communities = places.communities().stream().filter(each -> rights.reads(each.id())).toList();
        return new Listed(rows, advisers, held, steps(rows), communities,
                communities.stream().flatMap(each -> places.schoolsOf(each.id()).stream()).toList(), places.names(),
                ground.today(), more);
    }

    private Map<UUID, List<RecommendationStep>> steps(List<Recommendation> rows) {
        return store.steps(rows.stream().map(Recommendation::id).toList()).stream()
                .collect(Collectors.groupingBy(RecommendationStep::recommendation));
    }

    /**
     * One recommendation's page.
     *
     * @param occasion at which it was given, or null where somebody may not read it
     * @param next what may be said to it now; empty for who does not answer
     * @param choices the occasions that may show that it was done
     * @param shown the occasions that were named
     */
    public record Shown(Recommendation recommendation, String addressee, Adviser adviser, Visit visit,
            @Nullable OccasionBrief occasion, List<RecommendationStep> steps, Set<What> next,
            List<OccasionBrief> choices, Map<UUID, OccasionBrief> shown, LocalDate today) {}

    /**
     * One recommendation.
     *
     * @throws Absent where there is none, or somebody may not see it
     */
    @Transactional(readOnly = true)
    public Shown show(Actor actor, UUID id) {
        Places places = ground.places();
        AdviceRights rights = places.rights(actor);
        Recommendation found = store.find(id).filter(each -> rights.reads(each.community()))
                .orElseThrow(() -> new Absent(KIND, id));
        Visit visit = sources.visits().find(List.of(found.visit())).getFirst();
        Adviser adviser = sources.advisers().find(visit.adviser()).orElseThrow();
        Set<What> next = rights.answers(found) ? Course.next(found.standing()) : Set.of();
        List<RecommendationStep> steps = store.steps(List.of(id));
        List<UUID> named = steps.stream().map(RecommendationStep::occasion).filter(java.util.Objects::nonNull)
                .toList();
        UUID school = found.school();
        return new Shown(found, places.names().getOrDefault(school == null ? found.community() : school, ""), adviser,
                visit, occasions.find(actor, visit.occasion()).orElse(null), steps, next,
                next.contains(What.DONE)
                        ? occasions.of(found.community(), found.givenOn(), ground.today())
                        : List.of(),
                Briefs.byId(occasions.readable(actor, named)), ground.today());
    }

    /** What somebody says to a recommendation, as typed. */
    public record Answer(@Nullable What what, String words, @Nullable LocalDate doneOn, @Nullable UUID occasion) {}

    /** Says that it is adopted, adopted in part, declined or done, or takes the last of these back. */
    public Change answer(Actor actor, UUID id, Answer given) {
        AdviceRights rights = ground.places().rights(actor);
        Recommendation found = store.lock(id).filter(rights::answers).orElseThrow(() -> new Absent(KIND, id));
        What what = given.what();
        if (what == null) {
            return new Change.Refused("advice.answer.refused.choose");
        }
        Optional<String> problem = problem(actor, found, given, what);
        if (problem.isPresent()) {
            return new Change.Refused(problem.get());
        }
        boolean done = what == What.DONE;
        store.insertSteps(List.of(new RecommendationStep(ground.ids().next(), id, what,
                what == What.TAKEN_BACK ? "" : given.words(), done ? given.doneOn() : null,
                done ? given.occasion() : null, actor.accountId(), actor.name(), ground.today())));
        store.stand(id, Course
                .after(store.steps(List.of(id)).stream().map(RecommendationStep::what).toList()));
        ground.journal().write(actor, "RecommendationAnswered", KIND, id,
                Map.of("what", what.name(), "words", given.words()));
        return new Change.Done();
    }

    private Optional<String> problem(Actor actor, Recommendation found, Answer given, What what) {
        if (!Course.next(found.standing()).contains(what)) {
            return Optional.of("advice.answer.refused.order");
        }
        if (Course.needsWords(what) && given.words().isEmpty()) {
            return Optional.of("advice.answer.refused.words." + what.name());
        }
        if (given.words().length() > Recommendation.LONGEST) {
            return Optional.of("advice.answer.refused.long");
        }
        LocalDate doneOn = given.doneOn();
        if (what == What.DONE && (doneOn == null || doneOn.isBefore(found.givenOn())
                || doneOn.isAfter(ground.today()))) {
            return Optional.of("advice.answer.refused.day");
        }
        UUID occasion = given.occasion();
        if (occasion != null && occasions.find(actor, occasion)
                .filter(each -> each.community().equals(found.community())).isEmpty()) {
            throw new Absent("occasion", occasion);
        }
        return Optional.empty();
    }

    /** A recommendation that waits, and whether it has waited too long. */
    public record Waiting(Recommendation recommendation, Recommendation.State state) {}

    /** What waits for the answer of a school's office, its own and, where it leads, its community's; the first asked first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor actor, UUID school) {
        if (!actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK).contains(school)) {
            return List.of();
        }
        Places places = ground.places();
        List<UUID> led = places.composition().membership(school, places.today()).stream()
                .filter(membership -> membership.role() == World.Role.LEAD).map(each -> each.community()).toList();
        return store.waiting(List.of(school), led).stream()
                .map(each -> new Waiting(each, each.state(places.today()))).toList();
    }

    /** What one adviser wrote about an occasion. */
    public record OnOccasion(Adviser adviser, Visit visit, List<Recommendation> given, Map<UUID, String> names,
            LocalDate today) {

        public String addressee(Recommendation each) {
            UUID school = each.school();
            return names.getOrDefault(school == null ? each.community() : school, "");
        }
    }

    /** What advisers wrote about an occasion, for who reads the community's advice. */
    @Transactional(readOnly = true)
    public List<OnOccasion> ofOccasion(Actor actor, UUID occasion) {
        List<Visit> visits = sources.visits().ofOccasion(occasion);
        if (visits.isEmpty()) {
            return List.of();
        }
        Places places = ground.places();
        AdviceRights rights = places.rights(actor);
        Map<UUID, Adviser> advisers = sources.advisers().find(visits.stream().map(Visit::adviser).toList()).stream()
                .filter(adviser -> rights.advised(adviser.community()))
                .collect(Collectors.toMap(Adviser::id, adviser -> adviser));
        List<Recommendation> given = store.ofVisits(visits.stream().map(Visit::id).toList());
        return visits.stream().filter(visit -> advisers.containsKey(visit.adviser()))
                .map(visit -> new OnOccasion(java.util.Objects.requireNonNull(advisers.get(visit.adviser())), visit,
                        given.stream().filter(each -> each.visit().equals(visit.id())).toList(), places.names(),
                        places.today()))
                .toList();
    }
}
