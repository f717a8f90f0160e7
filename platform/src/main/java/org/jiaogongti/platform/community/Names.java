package org.jiaogongti.platform.community;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.KnownSchools;
import org.jiaogongti.platform.school.School;

/** Schools and communities as spreadsheets name them, and their whole names. */
final class Names {

    private final KnownSchools schools;
    private final Map<String, Community> communities;
    private final Map<UUID, String> names;

    private Names(KnownSchools schools, Map<String, Community> communities, Map<UUID, String> names) {
        this.schools = schools;
        this.communities = communities;
        this.names = names;
    }

    static Names of(List<School> schools, List<Community> communities) {
        Map<String, Community> byWord = new HashMap<>();
        Map<UUID, String> names = new HashMap<>();
        communities.forEach(community -> byWord.putIfAbsent(community.shortName(), community));
        communities.forEach(community -> {
            byWord.put(community.name(), community);
            names.put(community.id(), community.name());
        });
        schools.forEach(school -> names.put(school.id(), school.name()));
        return new Names(KnownSchools.of(schools), byWord, names);
    }

    /** The whole names in the columns {@code school} and {@code community}. */
    UnaryOperator<SheetRow> canonical() {
        return row -> {
            Community community = communities.get(row.get("community"));
            SheetRow known = row.with("school", schools.name(row.get("school")));
            return community == null ? known : known.with("community", community.name());
        };
    }

    /** Adds a problem for each row that names a school or a community nobody knows. */
    void check(List<SheetLine> lines, Map<Integer, List<Problem>> problems) {
        for (SheetLine line : lines) {
            String school = line.row().get("school");
            String community = line.row().get("community");
            if (!school.isEmpty() && !schools.knows(school)) {
                problems.put(line.number(), List.of(Problem.at("school", "school.sheet.unknown", school)));
            } else if (!communities.containsKey(community)) {
                problems.put(line.number(), List.of(Problem.at("community", "community.sheet.unknown", community)));
            }
        }
    }

    UUID school(String name) {
        return schools.id(name);
    }

    /** The community's id; asked only after a check. */
    UUID community(String name) {
        Community community = communities.get(name);
        if (community == null) {
            throw new IllegalArgumentException("no community " + name + "\nCheck the rows before putting them in.");
        }
        return community.id();
    }

    /** The whole name of a school or community, empty where there is none. */
    String name(UUID id) {
        return names.getOrDefault(id, "");
    }
}
