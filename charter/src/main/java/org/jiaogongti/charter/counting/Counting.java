package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.Each;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Measure;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.Obligation.Counted;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.Place;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Roster.Counterpart;
import org.jspecify.annotations.Nullable;

/**
 * The rule that turns records into contributions, and a charter's duties into instances, for one world. Pure: the same
 * answers for the same charter and world, from any thread. A world that changes gets a new {@code Counting}.
 *
 * <p>
 * A duty's readings and numbers are those in force on the last day of the period; its bearers are those of the period's
 * first day.
 */
public final class Counting {

    private final Charter charter;
    private final World world;
    private final Checks checks;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, List<List<Slot>>> slotsByKind = new HashMap<>();
    private final EachTime eachTime;
    private final List<Slot> placementSlots = new ArrayList<>();
    private final Map<String, List<Slot>> mentorSlots = new HashMap<>();
    private final Map<String, Period> periods = new HashMap<>();
    private final Set<String> communities;
    private final ConcurrentHashMap<RosterKey, Roster> rosters = new ConcurrentHashMap<>();

    public Counting(Charter charter, World world) {
        this.charter = charter;
        this.world = world;
        this.checks = new Checks(world);
        this.eachTime = new EachTime(checks, (community, period) -> Optional.ofNullable(roster(community, period)));
        this.communities = Set.copyOf(world.communities());
        world.periods().forEach(period -> periods.put(period.name(), period));
        for (Counted duty : charter.counted()) {
            List<Slot> ofDuty = Slot.of(charter, duty, world.periods());
            slots.addAll(ofDuty);
            switch (duty.base().measure()) {
                case Measure.Occasions occasions -> byKind(occasions.kinds(), ofDuty);
                case Measure.Lessons lessons -> byKind(lessons.kinds(), ofDuty);
                case Measure.PlacementStarts _,Measure.PlacementDays _ -> placementSlots.addAll(ofDuty);
                case Measure.Papers _ -> eachTime.add(ofDuty);
                case Measure.Mentors mentors ->
                    mentorSlots.computeIfAbsent(mentors.placements(), _ -> new ArrayList<>()).addAll(ofDuty);
            }
        }
    }

    private void byKind(Set<String> kinds, List<Slot> ofDuty) {
        kinds.forEach(kind -> slotsByKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(ofDuty));
    }

    public Charter charter() {
        return charter;
    }

    public World world() {
        return world;
    }

    /** What a record of one part adds; nothing unless it was held. */
    public List<Contribution> contributionsOf(Fact fact) {
        return contributionsOf(List.of(fact));
    }

    /**
     * What a record with all its parts adds. Where a duty counts things held, and not their lessons, several parts of
     * one record count once in an instance: one occasion is one occasion.
     */
    public List<Contribution> contributionsOf(List<? extends Fact> record) {
        return contributionsOf(record, OccasionState.HELD);
    }

    /** The same rule for what is planned. */
    public List<Contribution> plannedContributionsOf(List<? extends Fact> record) {
        return contributionsOf(record, OccasionState.PLANNED);
    }

    /** The same rule for what is planned. */
    public List<Contribution> plannedContributionsOf(Fact fact) {
        return plannedContributionsOf(List.of(fact));
    }

    private List<Contribution> contributionsOf(List<? extends Fact> record, OccasionState state) {
        List<Contribution> contributions = new ArrayList<>();
        for (Fact fact : record) {
            switch (fact) {
                case OccasionPart part -> {
                    if (state == OccasionState.HELD) {
                        eachTime.contributions(part, contributions);
                    }
                    if (part.state() == state) {
                        ofOccasion(part, contributions);
                    }
                }
                case Placement placement -> {
                    if (state == OccasionState.HELD) {
                        for (Judgement judgement : judge(placement)) {
                            if (judgement.contribution() != null) {
                                contributions.add(judgement.contribution());
                            }
                        }
                    }
                }
            }
        }
        return contributions;
    }

    private void ofOccasion(OccasionPart part, List<Contribution> into) {
        for (List<Slot> ofDuty : slotsByKind.getOrDefault(part.kind(), List.of())) {
            for (Slot slot : ofDuty) {
                if (slot.days().contains(part.date())) {
                    ofOccasion(part, slot, into);
                }
            }
        }
    }

    private void ofOccasion(OccasionPart part, Slot slot, List<Contribution> into) {
        int amount = amount(slot, part);
        Roster roster = roster(part.community(), slot.period());
        if (roster == null || amount == 0) {
            return;
        }
        for (String bearer : bearers(slot, roster)) {
            for (Counterpart counterpart : roster.counterparts(slot.rule())) {
                Candidate candidate = new Candidate(slot, roster, bearer, counterpart);
                if (counterpart.takes(part.kind()) && checks.hold(candidate, part)) {
                    Contribution contribution = new Contribution(candidate.key(), part.source(), part.part(), amount,
                            part.date());
                    if (!countedOnce(slot, contribution, into)) {
                        into.add(contribution);
                    }
                }
            }
        }
    }

    private static boolean countedOnce(Slot slot, Contribution contribution, List<Contribution> others) {
        if (!(slot.rule().measure() instanceof Measure.Occasions)) {
            return false;
        }
        for (Contribution other : others) {
            if (other.key().equals(contribution.key()) && other.source().equals(contribution.source())) {
                return true;
            }
        }
        return false;
    }

    private static int amount(Slot slot, OccasionPart part) {
        return slot.rule().measure() instanceof Measure.Lessons ? part.lessons() : 1;
    }

    static List<String> bearers(Slot slot, Roster roster) {
        return switch (slot.duty().head().bearer()) {
            case LEAD_SCHOOL -> roster.lead == null ? List.of() : roster.owing(List.of(roster.lead));
            case MEMBER_SCHOOL -> roster.owing(roster.members);
            case EVERY_SCHOOL -> roster.owing(roster.schools());
            case COMMUNITY, GUIDANCE_GROUP -> List.of(roster.community);
            case BUREAU -> List.of();
        };
    }

    private @Nullable Roster roster(String community, Period period) {
        return communities.contains(community)
                ? rosters.computeIfAbsent(new RosterKey(community, period.name()),
                        _ -> Roster.of(world, charter.effects(period.days().last()), community, period))
                : null;
    }

    /**
     * Every duty that counts this kind of record, and for each of its instances in question whether it counts or why
     * not.
     */
    public List<Judgement> judge(Fact fact) {
        return switch (fact) {
            case OccasionPart part -> judge(part);
            case Placement placement -> judge(placement);
        };
    }

    private List<Judgement> judge(OccasionPart part) {
        List<Judgement> judgements = new ArrayList<>(eachTime.judge(part));
        for (List<Slot> ofDuty : slotsByKind.getOrDefault(part.kind(), List.of())) {
            boolean inside = false;
            for (Slot slot : ofDuty) {
                if (slot.days().contains(part.date())) {
                    inside = true;
                    judgeIn(slot, part, judgements);
                }
            }
            if (!inside && !ofDuty.isEmpty()) {
                judgements.add(Outside.of(ofDuty, part.date()));
            }
        }
        return judgements;
    }

    private void judgeIn(Slot slot, OccasionPart part, List<Judgement> into) {
        Roster roster = roster(part.community(), slot.period());
        if (roster == null) {
            into.add(new Judgement(slot.duty().id(), null, null, List.of(new Reason.NoSuchCommunity(part.community())),
                    false));
            return;
        }
        for (String bearer : bearers(slot, roster)) {
            for (Counterpart counterpart : roster.counterparts(slot.rule())) {
                if (counterpart.takes(part.kind())) {
                    into.add(judge(new Candidate(slot, roster, bearer, counterpart), part));
                }
            }
        }
    }

    /**
     * Whether a record counts for one instance, or why not; empty where it is of another kind or of another time. A
     * record near a window, but not in it, gets an answer too.
     */
    public Optional<Judgement> judgeFor(Fact fact, InstanceKey key) {
        if (!(fact instanceof OccasionPart part) || key.counterpart().equals(part.source())) {
            return judge(fact).stream().filter(judgement -> key.equals(judgement.key())).findFirst();
        }
        for (List<Slot> ofDuty : slotsByKind.getOrDefault(part.kind(), List.of())) {
            for (Slot slot : ofDuty) {
                boolean near = slot.days().contains(part.date()) || slot.period().days().contains(part.date())
                        || (slot.rule().window() != Window.WHOLE_PERIOD
                                && Outside.distance(slot, part.date()) <= Outside.NEAR);
                Roster roster = near && slot.duty().id().equals(key.duty()) && slot.period().name().equals(key.period())
                        ? roster(part.community(), slot.period())
                        : null;
                if (roster == null || !bearers(slot, roster).contains(key.bearer())) {
                    continue;
                }
                for (Counterpart counterpart : roster.counterparts(slot.rule())) {
                    if (counterpart.key().equals(key.counterpart()) && counterpart.takes(part.kind())) {
                        return Optional.of(judge(new Candidate(slot, roster, key.bearer(), counterpart), part));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Judgement judge(Candidate candidate, OccasionPart part) {
        List<Reason> reasons = new ArrayList<>();
        Slot slot = candidate.slot();
        if (!slot.days().contains(part.date())) {
            reasons.add(new Reason.OutsideWindow(slot.rule().window(), slot.period(), slot.days(), part.date()));
        }
        if (part.state() != OccasionState.HELD) {
            reasons.add(new Reason.NotHeld(part.state()));
        }
        reasons.addAll(checks.failures(candidate, part));
        int amount = amount(candidate.slot(), part);
        if (amount == 0) {
            reasons.add(new Reason.NoLessons());
        }
        InstanceKey key = candidate.key();
        Contribution contribution = reasons.isEmpty()
                ? new Contribution(key, part.source(), part.part(), amount, part.date())
                : null;
        return new Judgement(key.duty(), key, contribution, reasons, aboutAnother(candidate, part));
    }

    /** Whether it is about another counterpart, or its bearer had no hand in it: nothing that was missed narrowly. */
    private boolean aboutAnother(Candidate candidate, OccasionPart part) {
        for (Condition condition : candidate.slot().rule().conditions()) {
            boolean identity = switch (condition) {
                case Condition.HostIs host -> host.place() == Place.COUNTERPART;
                case Condition.SubjectOfCounterpart _ -> true;
                case Condition.TookPart tookPart -> tookPart.place() == Place.BEARER;
                case Condition.ParticipantsAtLeast people ->
                    people.place() == Place.BEARER
                            && candidate.roster().present(part.participants(), candidate.bearer()) == 0;
                default -> false;
            };
            if (identity && checks.check(condition, candidate, part) != null) {
                return true;
            }
        }
        return false;
    }

    private List<Judgement> judge(Placement placement) {
        List<Judgement> judgements = new ArrayList<>();
        for (Slot slot : placementSlots) {
            LocalDate countsOn = countsOn(slot, placement);
            if (countsOn != null) {
                judge(slot, placement, countsOn, judgements);
            }
        }
        return judgements;
    }

    private void judge(Slot slot, Placement placement, LocalDate countsOn, List<Judgement> into) {
        Roster roster = rosterOf(placement.fromSchool(), slot.period());
        List<Candidate> candidates = roster == null ? List.of() : candidates(slot, roster, placement);
        if (candidates.isEmpty()) {
            into.add(new Judgement(slot.duty().id(), null, null,
                    List.of(new Reason.WrongOrigin(placement.fromSchool())), true));
        }
        candidates.forEach(candidate -> judge(candidate, placement, countsOn, into));
    }

    /** The school that sends, and where each direction of an exchange is owed, the school that receives. */
    private static List<Candidate> candidates(Slot slot, Roster roster, Placement placement) {
        List<String> bearers = bearers(slot, roster);
        String sender = roster.home(placement.fromSchool());
        String receiver = roster.home(placement.toSchool());
        boolean directed = slot.rule().each() == Each.DIRECTION;
        List<Candidate> candidates = new ArrayList<>(2);
        if (bearers.contains(sender)) {
            candidates.add(new Candidate(slot, roster, sender,
                    directed ? Counterpart.SENT : Counterpart.NONE.getFirst()));
        }
        if (directed && bearers.contains(receiver)) {
            candidates.add(new Candidate(slot, roster, receiver, Counterpart.RECEIVED));
        }
        return candidates;
    }

    private void judge(Candidate candidate, Placement placement, LocalDate countsOn, List<Judgement> into) {
        Slot slot = candidate.slot();
        String duty = slot.duty().id();
        Roster roster = candidate.roster();
        List<Reason> reasons = checks.failures(candidate, placement);
        InstanceKey key = candidate.key();
        Contribution contribution = reasons.isEmpty()
                ? new Contribution(key, placement.source(), placement.part(), 1, countsOn)
                : null;
        into.add(new Judgement(duty, key, contribution, reasons, false));
        if (contribution != null) {
            for (Slot mentors : mentorSlots.getOrDefault(duty, List.of())) {
                if (mentors.period().name().equals(slot.period().name())) {
                    into.addAll(MentorDuty.judge(mentors, bearers(mentors, roster), placement, countsOn));
                }
            }
        }
    }

    /** The first day on which a placement counts in a slot; null where it never does. */
    private static @Nullable LocalDate countsOn(Slot slot, Placement placement) {
        if (slot.rule().measure() instanceof Measure.PlacementStarts) {
            return slot.days().contains(placement.start()) ? placement.start() : null;
        }
        LocalDate first = placement.start().isBefore(slot.days().first()) ? slot.days().first() : placement.start();
        LocalDate end = placement.end();
        boolean over = first.isAfter(slot.days().last()) || (end != null && end.isBefore(first));
        return over ? null : first;
    }

    private @Nullable Roster rosterOf(String school, Period period) {
        Optional<World.Membership> then = world.membership(school, period.days().first());
        Optional<World.Membership> membership = then.isPresent()
                ? then
                : world.membership(school, period.days().last());
        if (membership.isPresent()) {
            return roster(membership.get().community(), period);
        }
        return world.centralSchool(school, period.days().first())
                .map(central -> rosterOf(central, period)).orElse(null);
    }

    /** What is owed in this world, whatever happened; without what exists only once something else counts. */
    public List<Instance> instances() {
        List<Instance> instances = new ArrayList<>();
        for (Slot slot : slots) {
            for (String community : world.communities()) {
                Roster roster = roster(community, slot.period());
                if (roster == null) {
                    continue;
                }
                for (String bearer : bearers(slot, roster)) {
                    for (Counterpart counterpart : roster.counterparts(slot.rule())) {
                        instances.add(instance(slot, community,
                                new Candidate(slot, roster, bearer, counterpart).key(), Instance.ALWAYS));
                    }
                }
            }
        }
        return instances;
    }

    private static Instance instance(Slot slot, String community, InstanceKey key, LocalDate existsFrom) {
        return new Instance(key, community, slot.duty().head().modality(), slot.rule().quantity().target(),
                slot.days().first(), slot.days().last(), existsFrom);
    }

    /** What a record makes due: a mentor for each placement that counts, its papers for each thing held. */
    public List<Instance> instancesFrom(Fact fact) {
        return switch (fact) {
            case OccasionPart part -> eachTime.instances(part);
            case Placement placement -> mentorsFor(placement);
        };
    }

    private List<Instance> mentorsFor(Placement placement) {
        List<Instance> instances = new ArrayList<>();
        for (Slot slot : placementSlots) {
            List<Slot> mentors = mentorSlots.getOrDefault(slot.duty().id(), List.of());
            LocalDate countsOn = mentors.isEmpty() ? null : countsOn(slot, placement);
            Roster roster = countsOn == null ? null : rosterOf(placement.fromSchool(), slot.period());
            if (roster == null || countsOn == null || candidates(slot, roster, placement).stream()
                    .noneMatch(candidate -> checks.failures(candidate, placement).isEmpty())) {
                continue;
            }
            for (Slot mentor : mentors) {
                if (mentor.period().name().equals(slot.period().name())) {
                    for (String bearer : bearers(mentor, roster)) {
                        instances.add(
                                instance(mentor, roster.community, MentorDuty.key(mentor, bearer, placement),
                                        countsOn));
                    }
                }
            }
        }
        return instances;
    }

    /** The later law that suspends an instance, if any. */
    public Optional<Overlay> suspendedBy(Instance instance) {
        return charter.suspendedBy(instance.key().duty(), instance.lastDay());
    }

    /** A period of the world by its name. */
    public Optional<Period> period(String name) {
        return Optional.ofNullable(periods.get(name));
    }

    /**
     * Where an instance stands on a day.
     *
     * @param counted what counts up to the day
     * @param target the target after a waiver in force has lowered it
     * @param waived a waiver in force takes it away wholly
     * @param suspended a later law forbids it
     */
    public static Status statusOf(Instance instance, int counted, int target, boolean waived, boolean suspended,
            LocalDate asOf) {
        if (suspended) {
            return Status.SUSPENDED;
        }
        if (waived) {
            return Status.WAIVED;
        }
        if (instance.modality() == Modality.MAY) {
            return Status.OPTIONAL;
        }
        if (counted >= target) {
            return Status.MET;
        }
        if (counted == 0 && instance.firstDay().isAfter(asOf)) {
            return Status.NOT_YET;
        }
        return instance.lastDay().isBefore(asOf) ? Status.MISSED : Status.OPEN;
    }

    /** The same with the decision itself; one not in force yet changes nothing. */
    public Progress progress(Instance instance, int counted, @Nullable Waiver waiver, LocalDate asOf) {
        Waiver inForce = waiver != null && waiver.inForce(asOf) ? waiver : null;
        Integer lowered = inForce == null ? null : inForce.target();
        int target = lowered == null ? instance.target() : lowered;
        boolean waived = inForce != null && inForce.wholly();
        return new Progress(instance,
                statusOf(instance, counted, target, waived, suspendedBy(instance).isPresent(), asOf), counted, target);
    }

    private record RosterKey(String community, String period) {}
}
