package org.jiaogongti.platform.school;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;

/** Places as spreadsheets name them: by a school, and by a campus of it where it is not the main place. */
final class KnownSites {

    private static final Set<String> MAIN = Set.of("本部", "本校", "主校区", "校本部");

    private final KnownSchools schools;
    private final Map<UUID, String> names = new HashMap<>();
    private final Set<Site> campuses = new HashSet<>();

    private KnownSites(KnownSchools schools) {
        this.schools = schools;
    }

    static KnownSites of(Collection<School> schools, Collection<Campus> campuses) {
        KnownSites known = new KnownSites(KnownSchools.of(schools));
        schools.forEach(school -> known.names.put(school.id(), school.name()));
        campuses.forEach(campus -> known.campuses.add(new Site(campus.school(), campus.name())));
        return known;
    }

    /** The row with the school's whole name, and no campus where it names the main place. */
    SheetRow canonical(SheetRow row, String school, String campus) {
        String name = schools.name(row.get(school));
        String place = row.get(campus);
        return row.with(school, name).with(campus, MAIN.contains(place) || place.equals(name) ? "" : place);
    }

    /** Adds a problem for each row that names no school, or a campus that the school never had. */
    void check(List<SheetLine> lines, String school, String campus, Map<Integer, List<Problem>> problems) {
        schools.check(lines, school).forEach(problems::putIfAbsent);
        for (SheetLine line : lines) {
            SheetRow row = line.row();
            if (row.has(campus) && schools.knows(row.get(school)) && !campuses.contains(site(row, school, campus))) {
                problems.putIfAbsent(line.number(), List.of(Problem.at(campus, "school.sheet.campus-unknown",
                        row.get(school), row.get(campus))));
            }
        }
    }

    /** Asked only after a check. */
    Site site(SheetRow row, String school, String campus) {
        return new Site(schools.id(row.get(school)), row.get(campus));
    }

    String name(Site site) {
        return names.getOrDefault(site.school(), "");
    }
}
