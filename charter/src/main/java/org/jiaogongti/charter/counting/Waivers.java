package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.charter.calendar.DateRange;
import org.jspecify.annotations.Nullable;

/** 免办、减办: one decision of the bureau, resolved into the instances it touches. */
public final class Waivers {

    private Waivers() {}

    /** Whose duties a decision covers. */
    public sealed interface Bearers {

        /** A school's own duties. */
        record School(String school) implements Bearers {}

        /** The duties of a community and of its schools. */
        record Community(String community) implements Bearers {}

        /** Everybody's. */
        record District() implements Bearers {}

        default boolean covers(Instance instance) {
            return switch (this) {
                case School school -> instance.key().bearer().equals(school.school());
                case Community community -> instance.community().equals(community.community());
                case District _ -> true;
            };
        }
    }

    /**
     * A decision as it is entered.
     *
     * @param days instances whose last possible day lies in them are covered
     * @param target the lowered target (减办), or null to waive wholly (免办)
     * @param document the paper it rests on
     * @param decidedOn the day from which it is in force
     */
    public record Decision(Set<String> duties, Bearers bearers, DateRange days, @Nullable Integer target,
            String reason, String document, String decidedBy, LocalDate decidedOn) {
        public Decision {
            duties = Set.copyOf(duties);
            if (target != null && target < 1) {
                throw new IllegalArgumentException(
                        "A lowered target is 1 or more, not %d.%nTo waive wholly, give no target.".formatted(target));
            }
        }
    }

    /**
     * What a decision would do.
     *
     * @param waivers one line for each instance it touches, in the order of the instances
     * @param alreadyDecided left out: an earlier decision stands until it is revoked
     * @param notLowered left out: the lowered target would not be below the instance's own
     */
    public record Resolution(List<Waiver> waivers, List<Waiver> alreadyDecided, List<Instance> notLowered) {
        public Resolution {
            waivers = List.copyOf(waivers);
            alreadyDecided = List.copyOf(alreadyDecided);
            notLowered = List.copyOf(notLowered);
        }
    }

    /**
     * Resolves a decision; writes nothing.
     *
     * @param instances what is owed, such as {@link Counting#instances()} and what records make due
     * @param standing decisions that stand; revoked ones are not among them
     */
    public static Resolution resolve(Decision decision, Collection<Instance> instances, Collection<Waiver> standing) {
        Map<InstanceKey, Waiver> decided = new HashMap<>();
        standing.forEach(waiver -> decided.put(waiver.key(), waiver));
        List<Waiver> waivers = new ArrayList<>();
        List<Waiver> already = new ArrayList<>();
        List<Instance> notLowered = new ArrayList<>();
        List<Instance> covered = instances.stream().filter(instance -> covers(decision, instance))
                .sorted((left, right) -> left.key().compareTo(right.key())).toList();
        for (Instance instance : covered) {
            Waiver earlier = decided.get(instance.key());
            Integer target = decision.target();
            if (earlier != null) {
                already.add(earlier);
            } else if (target != null && target >= instance.target()) {
                notLowered.add(instance);
            } else {
                waivers.add(new Waiver(instance.key(), target, decision.decidedOn()));
            }
        }
        return new Resolution(waivers, already, notLowered);
    }

    private static boolean covers(Decision decision, Instance instance) {
        return decision.duties().contains(instance.key().duty()) && decision.bearers().covers(instance)
                && decision.days().contains(instance.lastDay());
    }
}
