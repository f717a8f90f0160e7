package org.jiaogongti.platform.community.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.CoverageException;
import org.jiaogongti.platform.community.CoverageException.Allows;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;
import org.jspecify.annotations.Nullable;

/**
 * 全覆盖: on a day every school belongs to exactly one community, a 完小 or teaching point with its central school
 * (镇街道中心校包含辖区完小、教学点); decisions let single schools pass.
 *
 * @param covered schools that are as they should be
 * @param findings the others in the notice's order, and decisions that nobody needs
 * @param leaderless communities without a lead school
 */
public record Coverage(int covered, List<Finding> findings, List<Community> leaderless) {

    public Coverage {
        findings = List.copyOf(findings);
        leaderless = List.copyOf(leaderless);
    }

    /** What is the matter with a school. */
    public enum State {
        /** It belongs nowhere. */
        NONE,
        /** It belongs to more than one community. */
        SEVERAL,
        /** Either of them, and a decision lets it pass. */
        EXCUSED,
        /** It is as it should be, and yet there is a decision. */
        NEEDLESS
    }

    /**
     * A school that stands out.
     *
     * @param communities where it belongs on the day
     * @param exception the decision, for the last two states
     */
    public record Finding(School school, State state, List<UUID> communities, @Nullable CoverageException exception) {

        public boolean open() {
            return state == State.NONE || state == State.SEVERAL;
        }
    }

    /** Who belongs where, with its whole history. */
    public record Ground(List<School> schools, List<Community> communities, List<SchoolMembership> memberships,
            List<Campus> campuses, List<CoverageException> exceptions) {}

    /** The check for a day. */
    public static Coverage on(LocalDate day, Ground ground) {
        Map<UUID, Set<UUID>> belongs = belongs(day, ground);
        List<Finding> findings = new ArrayList<>();
        int covered = 0;
        for (School school : ground.schools()) {
            List<UUID> communities = List.copyOf(belongs.getOrDefault(school.id(), Set.of()));
            if (communities.size() == 1) {
                covered++;
            }
            List<CoverageException> decided = ground.exceptions().stream()
                    .filter(each -> each.school().equals(school.id()) && each.holdsOn(day)).toList();
            Allows needed = communities.isEmpty() ? Allows.NONE : communities.size() > 1 ? Allows.SEVERAL : null;
            CoverageException fitting = decided.stream().filter(each -> each.allows() == needed).findFirst()
                    .orElse(null);
            if (fitting != null) {
                findings.add(new Finding(school, State.EXCUSED, communities, fitting));
            } else if (needed != null) {
                findings.add(
                        new Finding(school, needed == Allows.NONE ? State.NONE : State.SEVERAL, communities, null));
            }
            decided.stream().filter(each -> each.allows() != needed)
                    .forEach(each -> findings.add(new Finding(school, State.NEEDLESS, communities, each)));
        }
        Set<UUID> led = ground.memberships().stream().filter(each -> each.role() == Role.LEAD && each.holdsOn(day))
                .map(SchoolMembership::community).collect(Collectors.toSet());
        return new Coverage(covered, findings,
                ground.communities().stream().filter(community -> !led.contains(community.id())).toList());
    }

    /** A point belongs where it is entered itself and where its central school belongs. */
    private static Map<UUID, Set<UUID>> belongs(LocalDate day, Ground ground) {
        Map<UUID, Set<UUID>> own = new HashMap<>();
        ground.memberships().stream().filter(each -> each.holdsOn(day)).forEach(
                each -> own.computeIfAbsent(each.school(), _ -> new LinkedHashSet<>()).add(each.community()));
        Map<String, UUID> byName = ground.schools().stream()
                .collect(Collectors.toMap(School::name, School::id, (first, _) -> first));
        Map<UUID, Set<UUID>> belongs = new HashMap<>();
        own.forEach((school, communities) -> belongs.put(school, new LinkedHashSet<>(communities)));
        for (Campus campus : ground.campuses()) {
            UUID point = byName.get(campus.name());
            if (point != null && campus.holdsOn(day)) {
                belongs.computeIfAbsent(point, _ -> new LinkedHashSet<>())
                        .addAll(own.getOrDefault(campus.school(), Set.of()));
            }
        }
        return belongs;
    }

    /** Findings that nobody has decided about. */
    public List<Finding> open() {
        return findings.stream().filter(Finding::open).toList();
    }

    /** Findings with a decision. */
    public List<Finding> decided() {
        return findings.stream().filter(finding -> !finding.open()).toList();
    }
}
