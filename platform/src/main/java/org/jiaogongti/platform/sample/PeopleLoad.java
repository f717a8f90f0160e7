package org.jiaogongti.platform.sample;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.sample.SampleWorld.Post;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.staff.Person;
import org.jiaogongti.platform.staff.PersonPlacement;
import org.jiaogongti.platform.staff.PersonPosting;
import org.jiaogongti.platform.staff.PersonRank;
import org.jiaogongti.platform.staff.Placements;
import org.springframework.stereotype.Component;

/** People with their postings and ranks, and who is placed at another school. */
@Component
final class PeopleLoad {

    private final People people;
    private final Placements placements;

    PeopleLoad(People people, Placements placements) {
        this.people = people;
        this.placements = placements;
    }

    void load(SampleWorld world, SampleKeys keys) {
        List<Person> all = new ArrayList<>();
        List<PersonPosting> postings = new ArrayList<>();
        List<PersonRank> ranks = new ArrayList<>();
        for (SampleWorld.Person person : world.people()) {
            all.add(new Person(person.id(), person.name(), person.name()));
            for (Post post : person.posts()) {
                postings.add(posting(person, post, keys));
            }
            if (person.rank() != null) {
                ranks.add(new PersonRank(person.id(), person.rank(), SamplePlaces.FORMED));
            }
        }
        people.setUp(all, postings, ranks);
    }

    /** A posting names just what its role reaches. */
    private static PersonPosting posting(SampleWorld.Person person, Post post, SampleKeys keys) {
        Role role = Role.valueOf(post.kind().name());
        Role.Reach reach = role.reach();
        boolean group = reach == Role.Reach.SUBJECT_GROUP;
        return new PersonPosting(SampleIds.of("posting " + person.name() + " " + post), person.id(), role,
                reach == Role.Reach.SCHOOL ? keys.orNull(post.school()) : null,
                group || reach == Role.Reach.COMMUNITY ? keys.orNull(post.community()) : null,
                group ? post.subject() : null, SamplePlaces.FORMED, null);
    }

    void place(SampleWorld world, SampleKeys keys) {
        placements.record(world.placements().stream().map(placed -> new PersonPlacement(placed.id(),
                keys.of(placed.person()), keys.of(placed.fromSchool()), keys.of(placed.toSchool()), placed.rank(),
                placed.permanent(), placed.young(), placed.start(), placed.end(), keys.orNull(placed.mentor())))
                .toList());
    }
}
