package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.staff.Employment;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.staff.Person;
import org.jiaogongti.platform.staff.PersonPosting;
import org.jiaogongti.platform.staff.PersonTitle;
import org.jiaogongti.platform.staff.PersonTitle.Level;
import org.jiaogongti.platform.staff.RegisterChanges;
import org.jiaogongti.platform.staff.TaughtSubject;
import org.jiaogongti.platform.staff.YoungRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the register says of the invented people: what holds, what has ended, what is to come, and somebody of whom nothing is known. */
@Component
final class RegisterLoad {

    private static final LocalDate SECOND = LocalDate.of(2022, 9, 1);
    private static final LocalDate NEXT_TERM = LocalDate.of(2025, 2, 17);

    private final People people;
    private final RegisterChanges register;

    RegisterLoad(People people, RegisterChanges register) {
        this.people = people;
        this.register = register;
    }

    /** The day an invented person began to teach; nobody of the bureau's offices is said to teach. */
    static @Nullable LocalDate since(SampleWorld.Person person) {
        if (person.school() == null) {
            return null;
        }
        return person.young()
                ? LocalDate.of(2021, 9, 1)
                : LocalDate.of(Chance.of("since", person.name()).between(1992, 2014), 9, 1);
    }

    void load(SampleWorld world, SampleKeys keys) {
        List<PersonTitle> titles = new ArrayList<>();
        List<TaughtSubject> subjects = new ArrayList<>();
        List<Employment> employments = new ArrayList<>();
        for (SampleWorld.Person person : world.people()) {
            // Researchers answer for a subject as well; it says whose plans they check.
            if (person.subject() != null) {
                subjects.add(new TaughtSubject(person.id(), person.subject(), SamplePlaces.FORMED, null));
            }
            if (person.school() == null) {
                continue;
            }
            if (person.rank() == Rank.BACKBONE) {
                titles(person, titles);
            }
            employments.add(new Employment(person.id(), SamplePlaces.FORMED, person.permanent(),
                    person.rank() != Rank.PRINCIPAL && person.rank() != Rank.VICE_PRINCIPAL));
        }
        register.setUp(titles, subjects, employments,
                List.of(new YoungRule(SamplePlaces.FORMED, 5, "示例教〔2019〕8 号"),
                        new YoungRule(LocalDate.of(2025, 9, 1), 3, "示例教〔2024〕21 号")));
        passing(keys);
    }

    /** Every fifth title was renewed a level higher, every seventh will be. */
    private static void titles(SampleWorld.Person person, List<PersonTitle> titles) {
        boolean renewed = titles.size() % 5 == 2;
        titles.add(new PersonTitle(person.id(), "骨干教师", Level.DISTRICT, "示例教〔2019〕9 号", LocalDate.of(2019, 9, 1),
                renewed ? SECOND.minusDays(1) : null));
        if (renewed) {
            titles.add(new PersonTitle(person.id(), "学科带头人", Level.CITY, "示例甬教〔2022〕6 号", SECOND, null));
        }
        if (titles.size() % 7 == 4) {
            titles.add(new PersonTitle(person.id(), "教坛新秀", Level.PROVINCE, "示例浙教〔2024〕12 号", NEXT_TERM, null));
        }
    }

    /** Somebody who left, somebody who is to come, somebody who is to change schools, and somebody without any post. */
    private void passing(SampleKeys keys) {
        List<Person> passing = new ArrayList<>();
        List<PersonPosting> postings = new ArrayList<>();
        Person left = person("示例教师901", LocalDate.of(1988, 9, 1), passing);
        postings.add(teaching(left, keys, "居敬小学", SamplePlaces.FORMED, LocalDate.of(2024, 8, 31)));
        Person coming = person("示例教师902", null, passing);
        postings.add(teaching(coming, keys, "育才学校", NEXT_TERM, null));
        Person moving = person("示例教师903", LocalDate.of(2010, 9, 1), passing);
        postings.add(teaching(moving, keys, "大堰学校", SamplePlaces.FORMED, NEXT_TERM.minusDays(1)));
        postings.add(teaching(moving, keys, "居敬小学", NEXT_TERM, null));
        person("示例教师904", null, passing);
        people.setUp(passing, postings, List.of());
    }

    private static Person person(String name, @Nullable LocalDate since, List<Person> passing) {
        Person person = new Person(SampleIds.of("person " + name), "SL9" + name.substring(name.length() - 3), name,
                name,
                since);
        passing.add(person);
        return person;
    }

    private static PersonPosting teaching(Person person, SampleKeys keys, String school, LocalDate from,
            @Nullable LocalDate to) {
        return new PersonPosting(SampleIds.of("posting " + person.name() + " " + school), person.id(), Role.TEACHER,
                keys.of(school), null, null, from, to);
    }
}
