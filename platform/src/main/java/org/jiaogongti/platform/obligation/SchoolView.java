package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.World.Membership;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.charter.counting.InstanceKey;

/**
 * A school's part of the board.
 *
 * @param mine what the school owes (我校要做的)
 * @param owedToMe what is owed to this school by name, or for one of its subjects or people (别人要给我校的)
 * @param shared what the lead school or the community owes to the community as a whole
 */
public record SchoolView(Membership membership, Board board, List<Standing> mine, List<Standing> owedToMe,
        List<Standing> shared) {

    public SchoolView {
        mine = List.copyOf(mine);
        owedToMe = List.copyOf(owedToMe);
        shared = List.copyOf(shared);
    }

    /** Where a school belongs; a point that no community lists belongs where its central school does. */
    static Optional<Membership> place(World world, String school, LocalDate day) {
        return world.membership(school, day).or(() -> world.centralSchool(school, day)
                .flatMap(central -> world.membership(central, day))
                .map(of -> new Membership(school, of.community(), Role.MEMBER)));
    }

    static SchoolView of(World world, Membership membership, Board board) {
        String school = membership.school();
        List<Membership> schools = world.memberships(membership.community(), board.asOf());
        Set<String> members = schools.stream().filter(each -> each.role() == Role.MEMBER).map(Membership::school)
                .collect(Collectors.toCollection(HashSet::new));
        schools.forEach(each -> members.addAll(world.teachingPoints(each.school(), board.asOf())));
        List<Standing> mine = new ArrayList<>();
        List<Standing> owedToMe = new ArrayList<>();
        List<Standing> shared = new ArrayList<>();
        for (Standing standing : board.standings()) {
            InstanceKey key = standing.key();
            String counterpart = key.counterpart();
            if (key.bearer().equals(school)) {
                mine.add(standing);
            } else if (counterpart.equals(school) || counterpart.startsWith(school + "/")) {
                owedToMe.add(standing);
            } else if (!members.contains(key.bearer()) && !members.contains(counterpart)
                    && !counterpart.contains("/")) {
                shared.add(standing);
            }
        }
        return new SchoolView(membership, board, mine, owedToMe, shared);
    }
}
