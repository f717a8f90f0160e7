package org.jiaogongti.platform.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.school.Teachers;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register as timetables look people up in it. */
@Component
class TimetableTeachers implements Teachers {

    private final PeopleStore store;
    private final BusinessClock clock;

    TimetableTeachers(PeopleStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Directory directory() {
        Map<String, Teacher> byNumber = new HashMap<>();
        Map<String, List<Teacher>> byName = new HashMap<>();
        Map<UUID, String> numbers = new HashMap<>();
        store.all().forEach(person -> {
            String number = person.number();
            if (number != null) {
                Teacher teacher = new Teacher(person.id(), number, person.name());
                byNumber.put(number, teacher);
                byName.computeIfAbsent(person.name(), _ -> new ArrayList<>()).add(teacher);
                numbers.put(person.id(), number);
            }
        });
        Map<UUID, Set<UUID>> posted = new HashMap<>();
        store.colleagues(clock.today()).forEach(colleague -> posted
                .computeIfAbsent(colleague.school(), _ -> new HashSet<>()).add(colleague.id()));
        return new Register(byNumber, byName, numbers, posted);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> people) {
        Map<UUID, String> names = new HashMap<>();
        if (!people.isEmpty()) {
            store.find(people).forEach(person -> names.put(person.id(), person.name()));
        }
        return names;
    }

    private record Register(Map<String, Teacher> byNumber, Map<String, List<Teacher>> byName,
            Map<UUID, String> numbers, Map<UUID, Set<UUID>> posted) implements Directory {

        /** Where several share a name, the one posted to the school is meant. */
        @Override
        public List<Teacher> named(String word, UUID school) {
            Teacher numbered = byNumber.get(word);
            if (numbered != null) {
                return List.of(numbered);
            }
            List<Teacher> alike = byName.getOrDefault(word, List.of());
            List<Teacher> here = alike.stream()
                    .filter(teacher -> posted.getOrDefault(school, Set.of()).contains(teacher.id())).toList();
            return alike.size() > 1 && here.size() == 1 ? here : alike;
        }

        @Override
        public String number(UUID person) {
            return numbers.getOrDefault(person, "");
        }
    }
}
