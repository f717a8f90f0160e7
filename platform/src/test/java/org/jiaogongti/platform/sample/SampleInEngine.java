package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.Paper;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.sample.SampleWorld.Community;
import org.jiaogongti.platform.sample.SampleWorld.Decision;
import org.jiaogongti.platform.sample.SampleWorld.StaffCount;

/** The sample world in the engine's words, straight from the generator: names are ids. */
record SampleInEngine(SampleWorld sample) implements World {

    @Override
    public List<Period> periods() {
        return sample.periods();
    }

    @Override
    public List<String> communities() {
        return sample.communities().stream().map(Community::name).toList();
    }

    @Override
    public Optional<Membership> membership(String school, LocalDate day) {
        return sample.communities().stream().flatMap(community -> memberships(community.name(), day).stream())
                .filter(membership -> membership.school().equals(school)).findFirst();
    }

    @Override
    public List<Membership> memberships(String name, LocalDate day) {
        return sample.communities().stream().filter(community -> community.name().equals(name))
                .flatMap(community -> community.schools().stream().map(school -> new Membership(school, name,
                        school.equals(community.lead()) ? Role.LEAD : Role.MEMBER)))
                .toList();
    }

    @Override
    public int teachers(String school, LocalDate day) {
        return sample.school(school).staffCounts(sample.date()).stream().filter(count -> !count.from().isAfter(day))
                .reduce((first, second) -> second).map(StaffCount::teachers).orElse(0);
    }

    @Override
    public List<String> groupSubjects(String community, LocalDate day) {
        return sample.subjects();
    }

    @Override
    public List<WeakSubject> weakSubjects(String name, LocalDate day) {
        return sample.communities().stream().filter(community -> community.name().equals(name))
                .flatMap(community -> community.weak().stream()).filter(weak -> weak.holdsOn(day))
                .map(weak -> new WeakSubject(weak.school(), weak.subject())).toList();
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (SampleOccasion occasion : sample.occasions()) {
            if (occasion.isFact()) {
                int number = 0;
                for (SampleOccasion.Part part : occasion.parts()) {
                    facts.add(fact(occasion, part, Integer.toString(++number)));
                }
            }
        }
        for (SamplePlacement placed : sample.placements()) {
            facts.add(new Placement(placed.id().toString(), placed.fromSchool(), placed.toSchool(), placed.person(),
                    placed.rank(), placed.permanent(), placed.young(), placed.start(), placed.end(),
                    placed.mentor()));
        }
        return facts;
    }

    private static OccasionPart fact(SampleOccasion held, SampleOccasion.Part part, String number) {
        Gate gate = ActivityKinds.shipped().gate(held.parts().getFirst().kind());
        Set<Paper> owes = switch (gate) {
            case NONE -> Set.of();
            case FILED -> Set.of(Paper.FILING);
            case CHECKED_AND_FILED -> Set.of(Paper.FILING, Paper.PLAN);
        };
        // A plan is filed by being approved.
        boolean waits = gate == Gate.CHECKED_AND_FILED && held.approvedOn() == null;
        return new OccasionPart(held.id().toString(), number, part.kind(), held.date(), held.community(), held.host(),
                held.ledBy(), held.rank(), part.subject(), part.grades(), part.lessons(), held.participants(),
                waits ? null : held.filedOn(), held.approvedOn(), held.state(), false,
                number.equals("1") ? owes : Set.of());
    }

    /** Each decision, resolved into the instances whose last possible day lies in its range. */
    List<Waiver> waivers(Counting counting) {
        Map<String, Waiver> waivers = new LinkedHashMap<>();
        for (Instance instance : counting.instances()) {
            for (Decision decision : sample.decisions()) {
                boolean meant = decision.duties().contains(instance.key().duty())
                        && (decision.bearers().isEmpty() || decision.bearers().contains(instance.key().bearer()))
                        && !instance.lastDay().isBefore(decision.from()) && !instance.lastDay().isAfter(decision.to());
                if (meant) {
                    waivers.put(instance.key().toString(),
                            new Waiver(instance.key(), decision.target(), decision.decidedOn()));
                }
            }
        }
        return List.copyOf(waivers.values());
    }
}
