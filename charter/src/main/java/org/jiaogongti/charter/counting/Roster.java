package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jiaogongti.charter.Kind;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.charter.World.WeakSubject;
import org.jiaogongti.charter.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a community in a period, as it stands on the period's first day: a change during a period takes effect
 * with the next one, so that no duty moves to another bearer half done. A community formed during the period is taken
 * as on its last day.
 */
final class Roster {

    final String community;
    final @Nullable String lead;
    final List<String> members;
    final List<Counterpart> memberCounterparts;
    final List<Counterpart> groupCounterparts;
    final List<Counterpart> weakCounterparts;

    private Roster(String community, @Nullable String lead, List<String> members, List<String> groups,
            List<WeakSubject> weak) {
        this.community = community;
        this.lead = lead;
        this.members = members;
        this.memberCounterparts = members.stream().map(school -> new Counterpart(school, school, null, null)).toList();
        this.groupCounterparts = groups.stream().distinct()
                .map(subject -> new Counterpart(subject, null, subject, null))
                .toList();
        this.weakCounterparts = weak.stream().filter(row -> belongs(row.school())).distinct()
                .map(row -> new Counterpart(row.school() + "/" + row.subject(), row.school(), row.subject(), null))
                .toList();
    }

    static Roster of(World world, String community, Period period) {
        LocalDate day = period.days().first();
        if (world.memberships(community, day).isEmpty()) {
            day = period.days().last();
        }
        String lead = null;
        Set<String> members = new LinkedHashSet<>();
        for (World.Membership membership : world.memberships(community, day)) {
            if (membership.role() == Role.MEMBER) {
                members.add(membership.school());
            } else if (lead == null) {
                lead = membership.school();
            }
        }
        return new Roster(community, lead, new ArrayList<>(members), world.groupSubjects(community, day),
                world.weakSubjects(community, day));
    }

    /** Lead school first. */
    List<String> schools() {
        List<String> schools = new ArrayList<>(members.size() + 1);
        if (lead != null) {
            schools.add(lead);
        }
        schools.addAll(members);
        return schools;
    }

    boolean belongs(@Nullable String school) {
        return school != null && (school.equals(lead) || members.contains(school));
    }

    List<Counterpart> counterparts(Rule rule) {
        return switch (rule.each()) {
            case NOTHING -> Counterpart.NONE;
            case MEMBER_SCHOOL -> memberCounterparts;
            case WEAK_SUBJECT -> weakCounterparts;
            case WEAK_SUBJECT_AND_KIND -> byKind(rule.measure().occasionKinds());
            case GROUP_SUBJECT -> groupCounterparts;
            case PLACEMENT -> List.of();
        };
    }

    private List<Counterpart> byKind(Set<String> kinds) {
        List<Counterpart> split = new ArrayList<>();
        for (Counterpart weak : weakCounterparts) {
            for (String kind : kinds) {
                String word = Kind.ofCode(kind).map(Kind::word).orElse(kind);
                split.add(new Counterpart(weak.key() + "/" + word, weak.school(), weak.subject(), kind));
            }
        }
        return split;
    }

    /** What a duty is owed to; the school, the subject and the kind of thing held as far as it has them. */
    record Counterpart(String key, @Nullable String school, @Nullable String subject, @Nullable String kind) {

        /** Whether something held of this kind is about it at all. */
        boolean takes(String heldKind) {
            return kind == null || kind.equals(heldKind);
        }

        static final List<Counterpart> NONE = List.of(new Counterpart(InstanceKey.NOBODY, null, null, null));
    }
}
