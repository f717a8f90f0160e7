package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.charter.Condition;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Place;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.World;
import org.jspecify.annotations.Nullable;

/** Each kind of condition against a record: null where it holds, else the reason why not. */
final class Checks {

    private static final List<Rank> LADDER = List.of(Rank.CADRE, Rank.VICE_PRINCIPAL, Rank.PRINCIPAL);

    private final World world;

    Checks(World world) {
        this.world = world;
    }

    /** Every condition that does not hold; empty means that the record counts. */
    List<Reason> failures(Candidate candidate, OccasionPart part) {
        List<Reason> reasons = List.of();
        for (Condition condition : candidate.slot().rule().conditions()) {
            Reason reason = check(condition, candidate, part);
            if (reason != null) {
                reasons = plus(reasons, reason);
            }
        }
        return reasons;
    }

    List<Reason> failures(Candidate candidate, Placement placement) {
        List<Reason> reasons = List.of();
        for (Condition condition : candidate.slot().rule().conditions()) {
            Reason reason = check(condition, candidate, placement);
            if (reason != null) {
                reasons = plus(reasons, reason);
            }
        }
        return reasons;
    }

    boolean hold(Candidate candidate, OccasionPart part) {
        for (Condition condition : candidate.slot().rule().conditions()) {
            if (check(condition, candidate, part) != null) {
                return false;
            }
        }
        return true;
    }

    private static List<Reason> plus(List<Reason> reasons, Reason reason) {
        List<Reason> more = reasons.isEmpty() ? new ArrayList<>(2) : reasons;
        more.add(reason);
        return more;
    }

    @Nullable
    Reason check(Condition condition, Candidate candidate, OccasionPart part) {
        return switch (condition) {
            case Condition.OfOccasion ofOccasion -> occasion(ofOccasion, candidate, part);
            case Condition.OfPlacement _ -> new Reason.Excluded();
            case Condition.AllOf all -> {
                Reason first = null;
                for (Condition each : all.parts()) {
                    first = first == null ? check(each, candidate, part) : first;
                }
                yield first;
            }
            case Condition.AnyOf any -> {
                List<Reason> reasons = new ArrayList<>();
                for (Condition each : any.parts()) {
                    Reason reason = check(each, candidate, part);
                    if (reason == null) {
                        yield null;
                    }
                    reasons.add(reason);
                }
                yield new Reason.NoneOf(reasons);
            }
            case Condition.Not not -> check(not.part(), candidate, part) == null ? new Reason.Excluded() : null;
        };
    }

    @Nullable
    Reason check(Condition condition, Candidate candidate, Placement placement) {
        return switch (condition) {
            case Condition.OfPlacement ofPlacement -> placed(ofPlacement, candidate, placement);
            case Condition.OfOccasion _ -> new Reason.Excluded();
            case Condition.AllOf all -> {
                Reason first = null;
                for (Condition each : all.parts()) {
                    first = first == null ? check(each, candidate, placement) : first;
                }
                yield first;
            }
            case Condition.AnyOf any -> {
                List<Reason> reasons = new ArrayList<>();
                for (Condition each : any.parts()) {
                    Reason reason = check(each, candidate, placement);
                    if (reason == null) {
                        yield null;
                    }
                    reasons.add(reason);
                }
                yield new Reason.NoneOf(reasons);
            }
            case Condition.Not not -> check(not.part(), candidate, placement) == null ? new Reason.Excluded() : null;
        };
    }

    private @Nullable Reason occasion(Condition.OfOccasion condition, Candidate candidate, OccasionPart part) {
        return switch (condition) {
            case Condition.HostIs host -> candidate.isAt(host.place(), part.host(), candidate.bearer())
                    ? null
                    : new Reason.WrongHost(candidate.schools(host.place(), candidate.bearer()), part.host());
            case Condition.LedBy led -> candidate.isAt(led.place(), part.ledBy(), candidate.bearer())
                    ? null
                    : new Reason.NotLedBy(candidate.schools(led.place(), candidate.bearer()), part.ledBy());
            case Condition.LeaderIs leader -> rank(leader.ranks(), part.ledByRank());
            case Condition.LeaderAtLeast leader -> rank(atLeast(leader.rank()), part.ledByRank());
            case Condition.SubjectIn in -> subject(in.subjects(), part.subject());
            case Condition.SubjectOfCounterpart _ -> {
                String wanted = candidate.counterpart().subject();
                yield subject(wanted == null ? Set.of() : Set.of(wanted), part.subject());
            }
            case Condition.OneGrade _ -> part.grades().size() == 1 ? null : new Reason.NotOneGrade(part.grades());
            case Condition.InPerson _ -> part.online() ? new Reason.HeldOnline() : null;
            case Condition.TookPart tookPart -> tookPart(candidate, tookPart.place(), part);
            case Condition.AnotherTookPart _ -> anotherTookPart(candidate, part);
            case Condition.ParticipantsAtLeast people -> people(candidate, people, part);
            case Condition.FiledBefore _ -> notAfter(part.filedOn(), part.date())
                    ? null
                    : new Reason.NotFiledBefore(part.filedOn(), part.date());
            case Condition.Approved _ -> notAfter(part.approvedOn(), part.date())
                    ? null
                    : new Reason.NotApproved(part.approvedOn(), part.date());
        };
    }

    private static boolean notAfter(@Nullable LocalDate paper, LocalDate held) {
        return paper != null && !paper.isAfter(held);
    }

    private static @Nullable Reason subject(Set<String> wanted, @Nullable String subject) {
        return subject != null && wanted.contains(subject) ? null : new Reason.WrongSubject(wanted, subject);
    }

    private static @Nullable Reason rank(Set<Rank> wanted, @Nullable Rank rank) {
        return rank != null && wanted.contains(rank) ? null : new Reason.WrongRank(wanted, rank);
    }

    /** A rank and those above it; a teacher's rank stands alone. */
    static Set<Rank> atLeast(Rank rank) {
        int from = LADDER.indexOf(rank);
        return from < 0 ? EnumSet.of(rank) : EnumSet.copyOf(LADDER.subList(from, LADDER.size()));
    }

    private static @Nullable Reason tookPart(Candidate candidate, Place place, OccasionPart part) {
        String school = candidate.school(place);
        if (school != null) {
            return candidate.roster().present(part.participants(), school) > 0
                    ? null
                    : new Reason.DidNotTakePart(school);
        }
        for (String possible : candidate.schools(place, candidate.bearer())) {
            if (candidate.roster().present(part.participants(), possible) > 0) {
                return null;
            }
        }
        return new Reason.NobodyElseTookPart(candidate.bearer());
    }

    private static @Nullable Reason anotherTookPart(Candidate candidate, OccasionPart part) {
        for (Map.Entry<String, Integer> entry : part.participants().entrySet()) {
            if (entry.getValue() > 0 && !candidate.roster().home(entry.getKey()).equals(candidate.bearer())) {
                return null;
            }
        }
        return new Reason.NobodyElseTookPart(candidate.bearer());
    }

    private @Nullable Reason people(Candidate candidate, Condition.ParticipantsAtLeast condition, OccasionPart part) {
        String school = candidate.school(condition.place());
        if (school == null) {
            return new Reason.Excluded();
        }
        int needed = condition.threshold().number(() -> candidate.roster().teachers(world, school, part.date()));
        int present = candidate.roster().present(part.participants(), school);
        return present >= needed ? null : new Reason.TooFewPeople(school, present, needed);
    }

    private @Nullable Reason placed(Condition.OfPlacement condition, Candidate candidate, Placement placement) {
        return switch (condition) {
            case Condition.PlacedTo to -> candidate.isAt(to.place(), placement.toSchool(), placement.fromSchool())
                    ? null
                    : new Reason.WrongDestination(candidate.schools(to.place(), placement.fromSchool()),
                            placement.toSchool());
            case Condition.PersonAtLeast person -> rank(atLeast(person.rank()), placement.rank());
            case Condition.Permanent _ -> placement.permanent() ? null : new Reason.NotPermanent();
            case Condition.Young _ -> placement.young() ? null : new Reason.NotYoung();
        };
    }
}
