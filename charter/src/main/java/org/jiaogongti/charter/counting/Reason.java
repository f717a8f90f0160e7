package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jspecify.annotations.Nullable;

/** Why a record does not count for an instance, with its numbers. Schools and subjects are ids. */
public sealed interface Reason {

    /** Planned, cancelled or disputed. */
    record NotHeld(OccasionState state) implements Reason {}

    /** Counts from a day after the as-of day. */
    record StillToCome(LocalDate countsOn) implements Reason {}

    /** Held in no period of the duty. */
    record OutsideEveryPeriod(LocalDate day) implements Reason {}

    /** Held in the period, not in its window; or the window nearest to the day. */
    record OutsideWindow(Window window, Period period, DateRange days, LocalDate day) implements Reason {}

    /** The community owes nothing in this period, or nobody knows it. */
    record NoSuchCommunity(@Nullable String community) implements Reason {}

    /** @param wanted the schools that would do */
    record WrongHost(List<String> wanted, @Nullable String host) implements Reason {
        public WrongHost {
            wanted = List.copyOf(wanted);
        }
    }

    record NotLedBy(List<String> wanted, @Nullable String ledBy) implements Reason {
        public NotLedBy {
            wanted = List.copyOf(wanted);
        }
    }

    record WrongRank(Set<Rank> wanted, @Nullable Rank rank) implements Reason {
        public WrongRank {
            wanted = Set.copyOf(wanted);
        }
    }

    record WrongSubject(Set<String> wanted, @Nullable String subject) implements Reason {
        public WrongSubject {
            wanted = Set.copyOf(wanted);
        }
    }

    record NotOneGrade(List<String> grades) implements Reason {
        public NotOneGrade {
            grades = List.copyOf(grades);
        }
    }

    /** Over the network, where only what was held at the school counts. */
    record HeldOnline() implements Reason {}

    record DidNotTakePart(String school) implements Reason {}

    record NobodyElseTookPart(String school) implements Reason {}

    /** @param present people present, of {@code needed} */
    record TooFewPeople(String school, int present, int needed) implements Reason {}

    record NotFiledBefore(@Nullable LocalDate filedOn, LocalDate heldOn) implements Reason {}

    record NotApproved(@Nullable LocalDate approvedOn, LocalDate heldOn) implements Reason {}

    record NoLessons() implements Reason {}

    /** Another part of the same occasion counts for the same duty already. */
    record CountedOnce(String otherPart) implements Reason {}

    record WrongDestination(List<String> wanted, String toSchool) implements Reason {
        public WrongDestination {
            wanted = List.copyOf(wanted);
        }
    }

    record NotPermanent() implements Reason {}

    record NotYoung() implements Reason {}

    /** It comes from a school that does not owe the duty. */
    record WrongOrigin(String fromSchool) implements Reason {}

    record NoMentor() implements Reason {}

    /** A condition that must not hold does hold. */
    record Excluded() implements Reason {}

    /** None of the ways is open. */
    record NoneOf(List<Reason> each) implements Reason {
        public NoneOf {
            each = List.copyOf(each);
        }
    }

    /** A word for message keys, stable. */
    default String code() {
        return switch (this) {
            case NotHeld notHeld -> switch (notHeld.state()) {
                case HELD -> "held";
                case PLANNED -> "planned";
                case CANCELLED -> "cancelled";
                case DISPUTED -> "disputed";
            };
            case StillToCome _ -> "still-to-come";
            case OutsideEveryPeriod _ -> "outside-every-period";
            case OutsideWindow _ -> "outside-window";
            case NoSuchCommunity _ -> "no-such-community";
            case WrongHost _ -> "wrong-host";
            case NotLedBy _ -> "not-led-by";
            case WrongRank _ -> "wrong-rank";
            case WrongSubject _ -> "wrong-subject";
            case NotOneGrade _ -> "not-one-grade";
            case HeldOnline _ -> "held-online";
            case DidNotTakePart _ -> "did-not-take-part";
            case NobodyElseTookPart _ -> "nobody-else-took-part";
            case TooFewPeople _ -> "too-few-people";
            case NotFiledBefore _ -> "not-filed-before";
            case NotApproved _ -> "not-approved";
            case NoLessons _ -> "no-lessons";
            case CountedOnce _ -> "counted-once";
            case WrongDestination _ -> "wrong-destination";
            case NotPermanent _ -> "not-permanent";
            case NotYoung _ -> "not-young";
            case WrongOrigin _ -> "wrong-origin";
            case NoMentor _ -> "no-mentor";
            case Excluded _ -> "excluded";
            case NoneOf _ -> "none-of";
        };
    }
}
