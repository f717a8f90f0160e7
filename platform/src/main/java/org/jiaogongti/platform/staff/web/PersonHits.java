package org.jiaogongti.platform.staff.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.search.SearchHit;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.search.SearchSource;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.staff.Directory;
import org.jiaogongti.platform.staff.FoundPerson;
import org.springframework.stereotype.Component;

/** People, by pinyin. */
@Component
class PersonHits implements SearchSource {

    private final Directory directory;
    private final Schools schools;

    PersonHits(Directory directory, Schools schools) {
        this.directory = directory;
        this.schools = schools;
    }

    @Override
    public int position() {
        return 40;
    }

    @Override
    public String key() {
        return "search.people";
    }

    @Override
    public List<SearchHit> find(Actor actor, SearchQuery query, Messages m, int most) {
        List<FoundPerson> found = directory.find(actor, query, most);
        Map<UUID, School> known = found.isEmpty()
                ? Map.of()
                : schools.all().stream().collect(Collectors.toMap(School::id, Function.identity()));
        return found.stream().map(person -> new SearchHit(person.name(), place(person, known), address(person)))
                .toList();
    }

    private static String place(FoundPerson person, Map<UUID, School> known) {
        return person.schools().stream().filter(known::containsKey).map(known::get).map(School::name)
                .collect(Collectors.joining(" · "));
    }

    private static String address(FoundPerson person) {
        return "/people/" + person.id();
    }
}
