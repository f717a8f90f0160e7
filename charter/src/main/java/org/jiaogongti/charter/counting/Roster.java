package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.charter.Effect;
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
 * as on its last day. Where teaching points are read as part of their central school, they are none of its members, and
 * what they do is the central school's; read as owing by themselves, they are members beside it.
 */
final class Roster {

    final String community;
    final @Nullable String lead;
    final List<String> members;
    final List<Counterpart> memberCounterparts;
    final List<Counterpart> groupCounterparts;
    final List<Counterpart> weakCounterparts;
    private final Map<String, String> central;
    private final Set<String> exempt;

    private Roster(String community, @Nullable String lead, List<String> members, List<String> groups,
            List<WeakSubject> weak, Map<String, String> central, Set<String> exempt) {
        this.community = community;
        this.lead = lead;
        this.members = members;
        this.central = Map.copyOf(central);
        this.exempt = Set.copyOf(exempt);
        this.memberCounterparts = members.stream().map(school -> new Counterpart(school, school, null, null)).toList();
        this.groupCounterparts = groups.stream().distinct()
                .map(subject -> new Counterpart(subject, null, subject, null))
                .toList();
        this.weakCounterparts = weak.stream().map(row -> new WeakSubject(home(row.school()), row.subject()))
                .filter(row -> belongs(row.school())).distinct()
                .map(row -> new Counterpart(row.school() + "/" + row.subject(), row.school(), row.subject(), null))
                .toList();
    }

    static Roster of(World world, List<Effect> effects, String community, Period period) {
        LocalDate day = period.days().first();
        if (world.memberships(community, day).isEmpty()) {
            day = period.days().last();
        }
        String lead = null;
        Set<String> members = new LinkedHashSet<>();
        boolean merged = effects.contains(new Effect.PointsInCentralSchool());
        Map<String, String> central = points(world, community, day, merged);
        for (World.Membership membership : world.memberships(community, day)) {
            if (central.containsKey(membership.school())) {
                continue;
            }
            if (membership.role() == Role.MEMBER) {
                members.add(membership.school());
            } else if (lead == null) {
                lead = membership.school();
            }
            if (!merged) {
                members.addAll(owingPoints(world, membership.school(), day));
            }
        }
        return new Roster(community, lead, new ArrayList<>(members), world.groupSubjects(community, day),
                world.weakSubjects(community, day), central, exempt(world, effects, lead, members));
    }

    /**
     * Point → central school, as far as the central school belongs to the community.
     *
     * @param merged every point; else only what is no 完小 or teaching point, such as another campus
     */
    private static Map<String, String> points(World world, String community, LocalDate day, boolean merged) {
        Map<String, String> central = new HashMap<>();
        for (World.Membership membership : world.memberships(community, day)) {
            for (String point : world.teachingPoints(membership.school(), day)) {
                if (merged || world.kind(point) != World.SchoolKind.TEACHING_POINT) {
                    central.put(point, membership.school());
                }
            }
        }
        return central;
    }

    /** The points of a school that owe by themselves where they are entered in no community of their own. */
    private static List<String> owingPoints(World world, String school, LocalDate day) {
        return world.teachingPoints(school, day).stream()
                .filter(point -> world.kind(point) == World.SchoolKind.TEACHING_POINT
                        && world.membership(point, day).isEmpty())
                .toList();
    }

    private static Set<String> exempt(World world, List<Effect> effects, @Nullable String lead, Set<String> members) {
        Set<World.SchoolKind> kinds = EnumSet.noneOf(World.SchoolKind.class);
        for (Effect effect : effects) {
            if (effect instanceof Effect.Exempt exempt) {
                kinds.addAll(exempt.kinds());
            }
        }
        Set<String> schools = new LinkedHashSet<>();
        if (!kinds.isEmpty()) {
            schools.addAll(members);
            if (lead != null) {
                schools.add(lead);
            }
            schools.removeIf(school -> !kinds.contains(world.kind(school)));
        }
        return schools;
    }

    /** The school that answers for a school: a teaching point's central school, else itself. */
    String home(String school) {
        return central.isEmpty() ? school : central.getOrDefault(school, school);
    }

    /** The schools that owe something themselves; a reading can leave some kinds of schools without duties. */
    List<String> owing(List<String> schools) {
        return exempt.isEmpty() ? schools : schools.stream().filter(school -> !exempt.contains(school)).toList();
    }

    /** How many of a school's people took part, with those of its teaching points. */
    int present(Map<String, Integer> participants, String school) {
        int present = participants.getOrDefault(school, 0);
        for (Map.Entry<String, String> point : central.entrySet()) {
            if (point.getValue().equals(school)) {
                present += participants.getOrDefault(point.getKey(), 0);
            }
        }
        return present;
    }

    /** The teachers of a school on a day, with those of its teaching points. */
    int teachers(World world, String school, LocalDate day) {
        int teachers = world.teachers(school, day);
        for (Map.Entry<String, String> point : central.entrySet()) {
            if (point.getValue().equals(school)) {
                teachers += world.teachers(point.getKey(), day);
            }
        }
        return teachers;
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
            case DIRECTION -> List.of(Counterpart.SENT, Counterpart.RECEIVED);
            case PLACEMENT, OCCASION -> List.of();
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

        /** 派出. */
        static final Counterpart SENT = new Counterpart("派出", null, null, null);
        /** 派入. */
        static final Counterpart RECEIVED = new Counterpart("派入", null, null, null);
        static final List<Counterpart> NONE = List.of(new Counterpart(InstanceKey.NOBODY, null, null, null));
    }
}
