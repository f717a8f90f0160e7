package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.OccasionSheet.Can;
import org.jiaogongti.platform.activity.Step.What;
import org.jiaogongti.platform.activity.model.EntryReading.Read;
import org.jiaogongti.platform.activity.model.EntryReading;
import org.jiaogongti.platform.activity.model.Facts;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.model.Typed;
import org.jiaogongti.platform.activity.model.Verdict;
import org.jiaogongti.platform.activity.store.OccasionListing;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.obligation.Contributions;
import org.jiaogongti.platform.obligation.Effect;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.staff.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking at occasions. Every method makes a fixed number of selects. */
@Service
@Transactional(readOnly = true)
public class ActivityRecords {

    private static final UUID NONE = new UUID(0, 0);

    private final OccasionReadings readings;
    private final OccasionListing listing;
    private final DistrictGround grounds;
    private final EvidenceFiles evidence;
    private final Contributions contributions;
    private final Progresses progresses;
    private final People people;
    private final BusinessClock clock;

    ActivityRecords(OccasionReadings readings, OccasionListing listing, DistrictGround grounds,
            EvidenceFiles evidence, Contributions contributions, Progresses progresses, People people,
            BusinessClock clock) {
        this.readings = readings;
        this.listing = listing;
        this.grounds = grounds;
        this.evidence = evidence;
        this.contributions = contributions;
        this.progresses = progresses;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What the form knows before anything is typed.
     *
     * @param sides the schools an entry may be made for
     */
    public record FormGround(Ground ground, List<School> sides, Set<UUID> own,
            List<Occasion> latest) {}

    public FormGround form(Actor actor) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        return new FormGround(ground, rights.sides(ground.today()), rights.ownSchools(),
                readings.latestOf(actor.accountId(), 3));
    }

    /**
     * What the member schools of a community still lack in the term of a day, one select.
     *
     * @return by school, then by kind of activity: how much the duty that lacks most still needs
     */
    public Map<UUID, Map<String, Integer>> shortfalls(FormGround form, UUID community, LocalDate day) {
        Ground ground = form.ground();
        return ground.calendar().termAt(day).flatMap(term -> progresses.summedBoard(term.name(), community.toString()))
                .map(board -> Shortfalls.of(board, members(ground, community, day), ground.kinds()))
                .orElse(Map.of());
    }

    private static List<School> members(Ground ground, UUID community, LocalDate day) {
        return ground.schoolsOf(community, day).stream().filter(school -> ground.membership(school.id(), day)
                .filter(membership -> membership.role() == World.Role.MEMBER).isPresent()).toList();
    }

    /**
     * A new entry with what is known already: the own school, today, what the link that led here says, and, where the
     * own school leads, whoever records as the one who went.
     *
     * @param asked query of the link: school, host, leader, kind, duty, date, part, class, grade, subject
     */
    public OccasionEntry prefilled(Actor actor, FormGround form, UUID token, Map<String, String> asked) {
        Ground ground = form.ground();
        List<School> sides = form.sides();
        String wanted = asked.getOrDefault("school", "");
        String school = sides.stream().map(School::key).filter(wanted::equals).findFirst()
                .orElse(sides.isEmpty() ? "" : sides.getFirst().key());
        String kind = asked.getOrDefault("kind", "");
        String known = ground.kinds().find(kind).map(ActivityKind::code)
                .orElseGet(() -> kindOf(ground, asked.getOrDefault("duty", "")));
        boolean lead = sides.stream().filter(side -> side.key().equals(school))
                .anyMatch(side -> ground.membership(side.id(), ground.today())
                        .filter(membership -> membership.role() == World.Role.LEAD).isPresent());
        String date = Typed.date(asked.getOrDefault("date", ""), ground.today()).orElse(ground.today()).toString();
        String leader = asked.getOrDefault("leader", lead ? school : "");
        boolean went = !school.isEmpty() && leader.equals(school) && goes(actor, UUID.fromString(school));
        String part = asked.getOrDefault("part", "");
        List<String> grades = List.of(asked.getOrDefault("grade", "")).stream()
                .filter(EntryReading.GRADES::contains).toList();
        return new OccasionEntry(token, school, date, EntryReading.DAY_PARTS.contains(part) ? part : "",
                asked.getOrDefault("host", ""), leader,
                went ? rankOf(actor, ground.today()) : "", went ? actor.name() : "", known,
                known.isEmpty() ? Map.of() : Map.of(known, "1"), asked.getOrDefault("subject", ""), grades,
                Typed.line(asked.getOrDefault("class", "")), "", Map.of(), "");
    }

    /** Whether somebody goes to other schools themselves; an office records what others did. */
    private static boolean goes(Actor actor, UUID school) {
        return actor.schools(Role.TEACHER, Role.PRINCIPAL).contains(school)
                && !actor.schools(Role.SCHOOL_CLERK).contains(school);
    }

    private String rankOf(Actor actor, LocalDate day) {
        UUID person = actor.personId();
        return person == null ? "" : people.rankOn(person, day).name();
    }

    /** The first kind that a duty counts; empty where it counts none. */
    private String kindOf(Ground ground, String duty) {
        if (duty.isEmpty()) {
            return "";
        }
        return progresses.inForce().map(rules -> rules.charter().counted().stream()
                .filter(counted -> counted.id().equals(duty)).map(counted -> counted.base().measure())
                .map(measure -> switch (measure) {
                    case Measure.Occasions occasions -> occasions.kinds();
                    case Measure.Lessons lessons -> lessons.kinds();
                    case Measure.PlacementStarts _,Measure.PlacementDays _,Measure.Mentors _,Measure.Papers _ ->
                        Set.<String>of();
                }).flatMap(Set::stream).filter(code -> ground.kinds().find(code).isPresent()).sorted().findFirst()
                .orElse(""))
                .orElse("");
    }

    /** The words pages need for ids. */
    public Ground ground() {
        return grounds.now();
    }

    /** What an entry would count for; writes nothing. */
    public Preview preview(Actor actor, OccasionEntry entry) {
        Ground ground = grounds.now();
        return switch (EntryReading.read(entry, ground)) {
            case Read.Bad bad -> new Preview(bad.errors(), false, List.of(), List.of(), List.of());
            case Read.Good good -> {
                boolean planned = good.said().date().isAfter(ground.today());
                List<OccasionPart> facts = Facts.of(NONE, good.said(),
                        planned ? OccasionState.PLANNED : OccasionState.HELD);
                List<Effect> effects = contributions.preview(facts);
                boolean mayEnter = new Rights(actor, ground).mayEnter(good.said());
                yield preview(facts, effects, planned,
                        mayEnter ? readings.same(good.said(), entry.token()) : List.of())
                        .about(good.said());
            }
        };
    }

    private Preview preview(List<OccasionPart> facts, List<Effect> effects, boolean planned, List<Occasion> same) {
        Optional<InForce> rules = progresses.inForce();
        if (rules.isEmpty()) {
            return new Preview(List.of(), planned, List.of(), List.of(), same);
        }
        Judging judging = new Judging(rules.get(), facts);
        Set<String> stopped = new HashSet<>();
        effects.stream().filter(effect -> effect.statusAfter() == Status.SUSPENDED)
                .forEach(effect -> stopped.add(effect.key().duty()));
        return new Preview(List.of(), planned, judging.moved(effects), judging.not(stopped), same);
    }

    /** One occasion; empty where it does not exist for this person. */
    public Optional<OccasionSheet> sheet(Actor actor, UUID id) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        return readings.find(id).filter(occasion -> rights.mayRead(occasion.said()))
                .map(occasion -> sheet(actor, occasion, rights, ground));
    }

    private OccasionSheet sheet(Actor actor, Occasion occasion, Rights rights, Ground ground) {
        UUID into = occasion.joinedInto();
        List<Occasion> others = into == null ? readings.joinedTo(occasion.id()) : readings.all(List.of(into));
        Set<UUID> entries = new HashSet<>(Set.of(occasion.id()));
        others.forEach(other -> entries.add(other.id()));
        Map<UUID, List<Step>> steps = readings.steps(entries);
        List<Step> own = steps.getOrDefault(occasion.id(), List.of());
        Verdict verdict = Verdict.of(own);
        boolean seesFiles = rights.maySeeEvidence(occasion.said());
        List<EvidenceItem> files = evidence.of(entries);
        List<Occasion> same = rights.mayChange(occasion) && into == null && others.isEmpty() && living(occasion)
                ? readings.same(occasion.said(), occasion.id()).stream()
                        .filter(other -> !other.id().equals(occasion.id())).toList()
                : List.of();
        List<UUID> mayAnswer = rights.officeOf().stream()
                .filter(school -> verdict.allows(occasion, school, What.CAME, ground.today())
                        || verdict.allows(occasion, school, What.NOT_SO, ground.today()))
                .toList();
        return new OccasionSheet(occasion, own, others, same, seesFiles ? files : List.of(), files.size(),
                OccasionNotes.answer(occasion, verdict, ground.today()), counts(occasion, others, ground),
                can(actor, new Looked(occasion, verdict, !others.isEmpty(), !mayAnswer.isEmpty()), rights, ground),
                mayAnswer, ground);
    }

    private static boolean living(Occasion occasion) {
        return occasion.state() == State.PLANNED || occasion.state() == State.HELD;
    }

    /** What it counts for now, by the duties' own figures. */
    private Preview counts(Occasion occasion, List<Occasion> others, Ground ground) {
        UUID into = occasion.joinedInto();
        Occasion first = into == null ? occasion : others.getFirst();
        List<OccasionPart> facts = Facts.of(first, into == null ? others : List.of(occasion), ground.kinds()::gate);
        List<Effect> effects = progresses.effectsOf(Recounting.source(first.id()));
        return preview(facts, effects, occasion.state() == State.PLANNED, List.of());
    }

    private record Looked(Occasion occasion, Verdict verdict, boolean joined, boolean asked) {}

    private Set<Can> can(Actor actor, Looked looked, Rights rights, Ground ground) {
        Occasion occasion = looked.occasion();
        Instant now = clock.now();
        Set<Can> can = EnumSet.noneOf(Can.class);
        boolean change = rights.mayChange(occasion) && living(occasion);
        boolean undo = Activities.undoable(actor, occasion, now);
        put(can, Can.SEE_EVIDENCE, rights.maySeeEvidence(occasion.said()));
        put(can, Can.CHANGE, change);
        put(can, Can.ADD_EVIDENCE, change);
        put(can, Can.HELD,
                change && occasion.state() == State.PLANNED && !occasion.said().date().isAfter(ground.today()));
        put(can, Can.CANCEL, change && occasion.state() == State.PLANNED);
        put(can, Can.UNDO, undo);
        put(can, Can.DISOWN, !undo && Activities.disownable(rights, occasion, ground.today()));
        put(can, Can.WITHDRAW, change && !undo && !can.contains(Can.DISOWN));
        put(can, Can.SAY_CAME, looked.asked() && rights.officeOf().stream()
                .anyMatch(school -> looked.verdict().allows(occasion, school, What.CAME, ground.today())));
        put(can, Can.SAY_NOT_SO, looked.asked() && rights.officeOf().stream()
                .anyMatch(school -> looked.verdict().allows(occasion, school, What.NOT_SO, ground.today())));
        put(can, Can.DECIDE, rights.mayDecide(occasion) && occasion.disputed() && occasion.state() == State.HELD);
        boolean quiet = !occasion.disputed() && occasion.state() == State.HELD
                && (looked.verdict().decided() || ground.today().isAfter(occasion.entry().answerBy()));
        put(can, Can.REOPEN, rights.decides() && !occasion.asked().isEmpty()
                && (quiet || (occasion.state() == State.WITHDRAWN && looked.verdict().decided())));
        put(can, Can.RESTORE, occasion.state() == State.WITHDRAWN && rights.mayChange(occasion));
        put(can, Can.JOIN, change && !looked.joined());
        put(can, Can.PART, change && occasion.joinedInto() != null);
        return can;
    }

    private static void put(Set<Can> can, Can what, boolean allowed) {
        if (allowed) {
            can.add(what);
        }
    }

    /**
     * One page of a list.
     *
     * @param next the last row, from which the next page goes on, or null at the end
     */
    public record Listed(List<Occasion> rows, Map<UUID, Integer> files, @Nullable Occasion next, Ground ground) {}

    /** The communities whose activities somebody may list, in the notice's order. */
    public List<Community> communities(Actor actor, Ground ground) {
        Rights rights = new Rights(actor, ground);
        return ground.composition().communities().stream()
                .filter(community -> rights.district() || rights.communities().contains(community.id())).toList();
    }

    /**
     * @param ground what the filter was read against
     * @param after id of the last row of the page before, or null
     */
    public Listed list(Actor actor, Ground ground, ActivityFilter filter, @Nullable UUID after, int limit) {
        Rights rights = new Rights(actor, ground);
        OccasionListing.View view = new OccasionListing.View(rights.district() ? null : rights.communities(),
                rights.ownSchools());
        OccasionListing.After from = after == null
                ? null
                : readings.find(after).map(last -> new OccasionListing.After(
                        last.said().date(), last.said().people().isEmpty() ? "" : last.said().people().getFirst(),
                        last.id()))
                        .orElse(null);
        List<Occasion> rows = listing.page(filter, SearchQuery.of(filter.words()), view, from, limit + 1);
        boolean more = rows.size() > limit;
        List<Occasion> shown = more ? rows.subList(0, limit) : rows;
        List<UUID> ids = new ArrayList<>();
        shown.forEach(occasion -> ids.add(occasion.id()));
        return new Listed(List.copyOf(shown), evidence.counts(ids), more ? shown.getLast() : null, ground);
    }

    /** What the bureau has to decide, with who said what. */
    public record Disputes(List<Occasion> occasions, Map<UUID, List<Step>> steps, Ground ground) {}

    public Disputes disputes() {
        List<Occasion> disputed = listing.disputes();
        return new Disputes(disputed, readings.steps(disputed.stream().map(Occasion::id).toList()), grounds.now());
    }

    public Optional<Occasion> find(Actor actor, UUID id) {
        Rights rights = new Rights(actor, grounds.now());
        return readings.find(id).filter(occasion -> rights.mayRead(occasion.said()));
    }
}
