package org.jiaogongti.platform.staff;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.KnownSchools;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What rows about people refer to: people by number, schools and communities by name. */
@Component
class Staff {

    private final PeopleStore people;
    private final Schools schools;
    private final Communities communities;

    Staff(PeopleStore people, Schools schools, Communities communities) {
        this.people = people;
        this.schools = schools;
        this.communities = communities;
    }

    /** People by number, for the numbers that some columns of some rows name. */
    Map<String, Person> numbered(Collection<SheetRow> rows, String... columns) {
        Set<String> numbers = new HashSet<>();
        for (SheetRow row : rows) {
            for (String column : columns) {
                numbers.add(row.get(column));
            }
        }
        Map<String, Person> known = new HashMap<>();
        people.numbered(numbers).forEach(person -> {
            if (person.number() != null) {
                known.put(person.number(), person);
            }
        });
        return known;
    }

    /** Adds a problem for each row that names a number nobody has. */
    void checkNumbers(List<SheetLine> lines, String column, Map<Integer, List<Problem>> problems) {
        Map<String, Person> known = numbered(lines.stream().map(SheetLine::row).toList(), column);
        for (SheetLine line : lines) {
            String number = line.row().get(column);
            if (!number.isEmpty() && !known.containsKey(number)) {
                problems.putIfAbsent(line.number(), List.of(Problem.at(column, "staff.sheet.unknown", number)));
            }
        }
    }

    /** The person's id; asked only after a check. */
    static UUID id(Map<String, Person> known, String number) {
        Person person = known.get(number);
        if (person == null) {
            throw new IllegalArgumentException("no person " + number + "\nCheck the rows before putting them in.");
        }
        return person.id();
    }

    /** Everybody with a number, by id. */
    Map<UUID, Person> byId() {
        Map<UUID, Person> known = new HashMap<>();
        people.all().stream().filter(person -> person.number() != null)
                .forEach(person -> known.put(person.id(), person));
        return known;
    }

    static String number(Map<UUID, Person> known, @Nullable UUID id) {
        Person person = id == null ? null : known.get(id);
        String number = person == null ? null : person.number();
        return number == null ? "" : number;
    }

    KnownSchools schools() {
        return KnownSchools.of(schools.all());
    }

    List<School> allSchools() {
        return schools.all();
    }

    List<String> subjects() {
        return schools.subjects();
    }

    /** Communities by name and short name. */
    Map<String, Community> communities() {
        Map<String, Community> known = new HashMap<>();
        communities.all().forEach(community -> {
            known.putIfAbsent(community.shortName(), community);
            known.put(community.name(), community);
        });
        return known;
    }
}
