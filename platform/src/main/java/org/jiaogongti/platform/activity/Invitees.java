package org.jiaogongti.platform.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.OccasionNews.Waiting;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Guests;
import org.jiaogongti.platform.activity.model.Places;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.store.InviteeStore;
import org.jiaogongti.platform.activity.store.LifeStore;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.Groups;
import org.jiaogongti.platform.community.Roster;
import org.jiaogongti.platform.community.Seat;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.staff.Directory;
import org.jiaogongti.platform.staff.FoundPerson;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.staff.Person;
import org.jiaogongti.platform.staff.PersonPosting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is expected at an occasion: invited by its host, or signed up. */
@Service
public class Invitees {

    private static final int MOST_FOUND = 20;
    private static final String LEADERSHIP_MEETING = "leadership-meeting";

    private final InviteeStore store;
    private final LifeStore lives;
    private final OccasionReadings readings;
    private final DistrictGround grounds;
    private final Around around;
    private final OccasionNews news;
    private final Journal journal;
    private final BusinessClock clock;

    Invitees(InviteeStore store, LifeStore lives, OccasionReadings readings, DistrictGround grounds, Around around,
            OccasionNews news, Journal journal, BusinessClock clock) {
        this.news = news;
        this.store = store;
        this.lives = lives;
        this.readings = readings;
        this.grounds = grounds;
        this.around = around;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whom the district has. */
    @Component
    record Around(People people, Directory directory, Groups groups, Schools schools, MessageBook book) {}

    /** In the order of coming; whoever asks has looked at the right to the occasion. */
    @Transactional(readOnly = true)
    public List<Invitee> of(UUID occasion) {
        return all(List.of(occasion)).getOrDefault(occasion, List.of());
    }

    /** The same of several, without those where nobody is expected; a fixed number of selects. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Invitee>> all(Collection<UUID> occasions) {
        List<InviteeStore.Row> rows = occasions.isEmpty() ? List.of() : store.of(occasions);
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Person> people = around.people().find(rows.stream().map(InviteeStore.Row::person).toList());
        Map<UUID, String> schools = around.schools().all().stream()
                .collect(Collectors.toMap(School::id, School::shortName));
        String unit = around.book().in(Language.ZH).t("occasion.unit");
        Map<UUID, Announcement> announced = lives.announcements(occasions);
        Map<UUID, List<InviteeStore.Row>> byOccasion = rows.stream().collect(
                Collectors.groupingBy(InviteeStore.Row::occasion, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, List<Invitee>> invitees = new HashMap<>();
        byOccasion.forEach((occasion, own) -> {
            Announcement terms = announced.get(occasion);
            List<Integer> waiting = Places.waiting(own.stream().map(InviteeStore.Row::way).toList(),
                    terms == null ? null : terms.places());
            List<Invitee> expected = new ArrayList<>();
            for (int index = 0; index < own.size(); index++) {
                InviteeStore.Row row = own.get(index);
                Person person = people.get(row.person());
                expected.add(new Invitee(row.person(), person == null ? "" : person.name(), row.school(),
                        row.school() == null ? unit : schools.getOrDefault(row.school(), ""), row.way(),
                        waiting.get(index)));
            }
            invitees.put(occasion, List.copyOf(expected));
        });
        return invitees;
    }

    /**
     * A group that can be invited as a whole.
     *
     * @param subject of a guidance group, or empty for the leading group
     * @param people who sit in it for a school
     * @param missing how many of them are not invited yet
     */
    public record GroupOffer(UUID community, String communityName, Body body, String subject, int people,
            int missing) {}

    /**
     * Somebody found by name who may be invited.
     *
     * @param school for which they would come, or null for a researcher
     */
    public record Candidate(UUID person, String name, @Nullable UUID school) {}

    /**
     * Who is expected, and who could be.
     *
     * @param groups and {@code found} are empty for those who do not invite
     */
    public record Sheet(Occasion occasion, List<Invitee> invitees, boolean invites, List<GroupOffer> groups,
            SearchQuery query, List<Candidate> found, Ground ground) {}

    /** Empty where the occasion does not exist for this person. */
    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(Actor actor, UUID id, String typed) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        return readings.find(id).filter(occasion -> rights.mayRead(occasion.said())).map(occasion -> {
            List<Invitee> invitees = of(id);
            boolean invites = mayInvite(rights, occasion);
            SearchQuery query = SearchQuery.of(typed);
            return new Sheet(occasion, invitees, invites, invites ? groups(occasion, invitees) : List.of(), query,
                    invites && query.enough() ? candidates(actor, occasion, query, invitees, ground) : List.of(),
                    ground);
        });
    }

    /** Whether somebody may say who is expected: the host of what is still to come. */
    static boolean mayInvite(Rights rights, Occasion occasion) {
        return occasion.state() == State.PLANNED && rights.mayHost(occasion);
    }

    private List<GroupOffer> groups(Occasion occasion, List<Invitee> invitees) {
        Set<UUID> invited = invited(invitees);
        List<GroupOffer> offers = new ArrayList<>();
        for (Roster roster : rosters(occasion)) {
            for (Body body : bodies(occasion)) {
                Set<UUID> members = members(roster, body, occasion).keySet();
                if (!members.isEmpty()) {
                    String subject = occasion.said().subject();
                    offers.add(new GroupOffer(roster.community().id(), roster.community().shortName(), body,
                            body == Body.GUIDANCE_GROUP && subject != null ? subject : "", members.size(),
                            (int) members.stream().filter(member -> !invited.contains(member)).count()));
                }
            }
        }
        return offers;
    }

    private List<Roster> rosters(Occasion occasion) {
        return bodies(occasion).isEmpty()
                ? List.of()
                : around.groups().all(occasion.said().date()).stream()
                        .filter(roster -> occasion.said().communities().contains(roster.community().id())).toList();
    }

    /** The group of its subject, and for meetings of school leaders the leading group. */
    private static List<Body> bodies(Occasion occasion) {
        List<Body> bodies = new ArrayList<>();
        if (occasion.said().subject() != null) {
            bodies.add(Body.GUIDANCE_GROUP);
        }
        if (occasion.said().parts().stream().anyMatch(part -> part.kind().equals(LEADERSHIP_MEETING))) {
            bodies.add(Body.LEADING_GROUP);
        }
        return bodies;
    }

    /** Who sits in a group, each with the school for which they sit. */
    private static Map<UUID, UUID> members(Roster roster, Body body, Occasion occasion) {
        Map<UUID, UUID> members = new LinkedHashMap<>();
        for (Seat seat : roster.of(body)) {
            UUID school = seat.school();
            boolean asked = body != Body.GUIDANCE_GROUP || occasion.said().subject() == null
                    || occasion.said().subject().equals(seat.subject());
            if (school != null && asked) {
                members.putIfAbsent(seat.person(), school);
            }
        }
        return members;
    }

    private static Set<UUID> invited(List<Invitee> invitees) {
        return invitees.stream().filter(invitee -> invitee.way() == Way.INVITED).map(Invitee::person)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Candidate> candidates(Actor actor, Occasion occasion, SearchQuery query, List<Invitee> invitees,
            Ground ground) {
        Set<UUID> schools = Guests.schools(occasion.said(), ground);
        Set<UUID> invited = invited(invitees);
        List<Candidate> candidates = new ArrayList<>();
        // Those who are invited already must not take the place of others: the next search goes on behind them.
        List<FoundPerson> named = around.directory().find(actor, query, MOST_FOUND + invited.size());
        Set<UUID> researchers = Guests.researchers(
                around.people().postings(named.stream().map(FoundPerson::id).toList()), occasion.said(),
                ground.today());
        for (FoundPerson found : named) {
            Optional<UUID> school = found.schools().stream().filter(schools::contains).findFirst();
            boolean comes = school.isPresent() || researchers.contains(found.id());
            if (comes && !invited.contains(found.id()) && candidates.size() < MOST_FOUND) {
                candidates.add(new Candidate(found.id(), found.name(), school.orElse(null)));
            }
        }
        return candidates;
    }

    /** A whole group, but for those who are invited already. */
    @Transactional
    public Outcome inviteGroup(Actor actor, UUID id, UUID community, Body body) {
        return change(actor, id, (occasion, ground) -> {
            Map<UUID, UUID> members = rosters(occasion).stream()
                    .filter(roster -> roster.community().id().equals(community) && bodies(occasion).contains(body))
                    .findFirst().map(roster -> members(roster, body, occasion)).orElse(Map.of());
            return members.isEmpty()
                    ? new Outcome.Absent()
                    : invite(actor, occasion, ground, members.keySet(), members);
        });
    }

    /** People of schools that take part, and researchers of its communities or the district; whoever is neither is left out. */
    @Transactional
    public Outcome invite(Actor actor, UUID id, Collection<UUID> people) {
        return change(actor, id, (occasion, ground) -> {
            if (people.isEmpty()) {
                return new Outcome.No("occasion.refused.nobody");
            }
            List<PersonPosting> postings = around.people().postings(people);
            Map<UUID, UUID> schools = Guests.schoolOf(postings, Guests.schools(occasion.said(), ground),
                    ground.today());
            Set<UUID> coming = new LinkedHashSet<>(schools.keySet());
            coming.addAll(Guests.researchers(postings, occasion.said(), ground.today()));
            return coming.isEmpty() ? new Outcome.Absent() : invite(actor, occasion, ground, coming, schools);
        });
    }

    private Outcome invite(Actor actor, Occasion occasion, Ground ground, Collection<UUID> people,
            Map<UUID, UUID> schools) {
        UUID id = occasion.id();
        List<InviteeStore.Row> before = store.of(List.of(id));
        Map<UUID, Way> listed = before.stream()
                .collect(Collectors.toMap(InviteeStore.Row::person, InviteeStore.Row::way));
        List<UUID> added = people.stream().filter(person -> listed.get(person) != Way.INVITED).distinct().toList();
        if (added.isEmpty()) {
            return new Outcome.Already(id);
        }
        List<UUID> signedUp = added.stream().filter(listed::containsKey).toList();
        if (!signedUp.isEmpty()) {
            store.leave(id, signedUp, by(actor));
        }
        store.add(id, added, schools, Way.INVITED, by(actor));
        news.invited(actor, occasion, ground, added);
        if (!signedUp.isEmpty()) {
            moveUp(actor, occasion, ground, before);
        }
        journal.write(actor, "PeopleInvited", "occasion", id,
                Map.of("people", added.stream().map(UUID::toString).sorted().toList()));
        return new Outcome.Done(id, List.of());
    }

    /** The host takes somebody off the list. */
    @Transactional
    public Outcome remove(Actor actor, UUID id, UUID person) {
        return change(actor, id, (occasion, ground) -> {
            List<InviteeStore.Row> before = store.of(List.of(id));
            if (before.stream().noneMatch(row -> row.person().equals(person))) {
                return new Outcome.Absent();
            }
            store.leave(id, List.of(person), by(actor));
            news.takenOff(actor, occasion, ground, person);
            moveUp(actor, occasion, ground, before);
            journal.write(actor, "InviteeRemoved", "occasion", id, Map.of("person", person.toString()));
            return new Outcome.Done(id, List.of());
        });
    }

    /** Tells those who got a place because somebody who had one has left. */
    private void moveUp(Actor actor, Occasion occasion, Ground ground, List<InviteeStore.Row> before) {
        List<UUID> id = List.of(occasion.id());
        Announcement terms = lives.announcements(id).get(occasion.id());
        Waiting waited = Waiting.of(before, terms);
        if (!waited.people().isEmpty()) {
            news.movedUp(actor, occasion, ground, waited, Waiting.of(store.of(id), terms));
        }
    }

    /** What to do with an occasion that is locked. */
    @FunctionalInterface
    private interface Change {
        Outcome of(Occasion occasion, Ground ground);
    }

    private Outcome change(Actor actor, UUID id, Change change) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Occasion occasion = readings.lock(id).filter(found -> rights.mayRead(found.said())).orElse(null);
        if (occasion == null) {
            return new Outcome.Absent();
        }
        return mayInvite(rights, occasion)
                ? change.of(occasion, ground)
                : new Outcome.No(rights.mayHost(occasion) ? "occasion.refused.over" : "occasion.refused.host");
    }

    private InviteeStore.By by(Actor actor) {
        return new InviteeStore.By(actor.accountId(), clock.today(), clock.now());
    }
}
