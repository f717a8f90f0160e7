package org.jiaogongti.platform.obligation.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.counting.Contribution;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.WorldLabels;

/**
 * The charter in force over the world as it is, for one district.
 *
 * @param version drawn anew whenever charter, overlays, schools, communities or calendar change
 */
public record Rules(UUID version, Counting counting, WorldLabels labels) {

    /** The kind under which every placement is kept; occasions have their own. */
    public static final String PLACEMENT = "placement";

    public Charter charter() {
        return counting.charter();
    }

    public World world() {
        return counting.world();
    }

    /** What is owed whatever happened, in every period of the calendar. */
    public List<Instance> instances() {
        return counting.instances();
    }

    List<Contribution> contributions(List<? extends Fact> record) {
        return counting.contributionsOf(record);
    }

    List<Instance> derived(List<? extends Fact> record) {
        List<Instance> derived = new ArrayList<>();
        record.forEach(fact -> derived.addAll(counting.instancesFrom(fact)));
        return derived;
    }

    /** Whether a duty comes with each thing held (每次), one instance an occasion. */
    public boolean eachTime(String duty) {
        return charter().obligation(duty).filter(known -> known.head().recurrence() == Recurrence.EACH_TIME)
                .isPresent();
    }

    /** Whether what is met of each-time duties can be summed: not where a later law stops some of it by its day. */
    public boolean summable() {
        return charter().overlays().stream().noneMatch(law -> charter().counted().stream()
                .anyMatch(duty -> eachTime(duty.id()) && law.suspends(duty.id(), LocalDate.MAX)));
    }

    /** A day, or the first one after the term before it: what lies between two terms belongs to the one that follows. */
    public LocalDate withGapBefore(LocalDate day) {
        return world().periods().stream().filter(period -> period.kind() == PeriodKind.TERM)
                .map(period -> period.days().last()).filter(last -> last.isBefore(day))
                .max(Comparator.naturalOrder()).map(last -> last.plusDays(1)).orElse(day);
    }

    /** The duty's short name; its id where the charter does not know it. */
    public String dutyName(String duty) {
        return charter().obligation(duty).map(known -> known.head().name()).orElse(duty);
    }

    /** The address of the duty's clause. */
    public String clause(String duty) {
        return charter().obligation(duty).map(known -> known.head().quote().clause()).orElse("");
    }

    /** The kinds of facts that a duty looks at. */
    public Set<String> kinds(String duty) {
        Set<String> kinds = new HashSet<>();
        if (charter().obligation(duty).orElse(null) instanceof Obligation.Counted counted) {
            kinds.addAll(counted.base().measure().occasionKinds());
            if (!counted.base().measure().ofOccasions()) {
                kinds.add(PLACEMENT);
            }
        }
        return kinds;
    }

    public InForce inForce() {
        return new InForce(counting, labels, version);
    }

    /** Names of the periods shown with a term: itself and all that contain its first or last day. */
    public List<String> periodsWith(String term) {
        return counting.period(term).map(shown -> world().periods().stream().filter(period -> shownWith(period, shown))
                .map(Period::name).toList()).orElse(List.of());
    }

    private static boolean shownWith(Period period, Period shown) {
        return period.equals(shown) || (period.kind() != shown.kind() && (period.days().contains(shown.days().first())
                || period.days().contains(shown.days().last())));
    }
}
