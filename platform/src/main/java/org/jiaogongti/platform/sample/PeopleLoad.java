package org.jiaogongti.platform.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.access.Accounts;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.NewAccount;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.sample.SampleWorld.Post;
import org.jiaogongti.platform.sample.SampleWorld.PostKind;
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
    private final Accounts accounts;
    private final RegisterLoad register;
    private final MentoringLoad mentoring;

    PeopleLoad(People people, Placements placements, Accounts accounts, RegisterLoad register,
            MentoringLoad mentoring) {
        this.mentoring = mentoring;
        this.register = register;
        this.people = people;
        this.placements = placements;
        this.accounts = accounts;
    }

    void load(SampleWorld world, SampleKeys keys) {
        List<Person> all = new ArrayList<>();
        List<PersonPosting> postings = new ArrayList<>();
        List<PersonRank> ranks = new ArrayList<>();
        for (SampleWorld.Person person : world.people()) {
            all.add(new Person(person.id(), "SL%04d".formatted(all.size() + 1), person.name(), person.name(),
                    RegisterLoad.since(person)));
            // Who convenes a group is appointed to it: see GroupLoad.
            person.posts().stream().filter(post -> post.kind() != PostKind.CONVENOR)
                    .forEach(post -> postings.add(posting(person, post, keys)));
            if (person.rank() != null) {
                ranks.add(new PersonRank(person.id(), person.rank(), SamplePlaces.FORMED));
            }
        }
        people.setUp(all, postings, ranks);
        register.load(world, keys);
    }

    /** A posting names just what its role reaches. */
    private static PersonPosting posting(SampleWorld.Person person, Post post, SampleKeys keys) {
        Role role = Role.valueOf(post.kind().name());
        Role.Reach reach = role.reach();
        return new PersonPosting(SampleIds.of("posting " + person.name() + " " + post), person.id(), role,
                reach == Role.Reach.SCHOOL ? keys.orNull(post.school()) : null,
                reach == Role.Reach.COMMUNITY ? keys.orNull(post.community()) : null, null, SamplePlaces.FORMED, null);
    }

    /** One-click accounts, and those of the schools' heads and keepers; what they may do follows from their postings. */
    void open(SampleWorld world, SampleKeys keys) {
        for (SampleWorld.Person person : world.people()) {
            boolean office = person.posts().stream().anyMatch(
                    post -> post.kind() == PostKind.SCHOOL_CLERK || post.kind() == PostKind.PRINCIPAL);
            int place = SamplePeople.ONE_CLICK.indexOf(person.name());
            if (!office && place < 0) {
                continue;
            }
            NewAccount account = new NewAccount(person.name(), person.name(), person.id(), null,
                    place < 0 ? null : place + 1, Set.of());
            if (accounts.create(Actor.system(), account) instanceof Accounts.Change.Done done) {
                keys.account(person.name(), done.account());
            } else {
                throw new IllegalStateException("The account of " + person.name() + " was refused.");
            }
        }
    }

    void place(SampleWorld world, SampleKeys keys) {
        placements.record(Actor.system(), world.placements().stream().map(placed -> new PersonPlacement(placed.id(),
                keys.of(placed.person()), keys.of(placed.fromSchool()), keys.of(placed.toSchool()), placed.rank(),
                placed.permanent(), placed.young(), placed.start(), placed.end(), keys.orNull(placed.mentor())))
                .toList());
        mentoring.load(world, keys);
    }
}
