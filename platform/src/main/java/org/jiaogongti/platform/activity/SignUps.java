package org.jiaogongti.platform.activity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jiaogongti.platform.activity.OccasionNews.Waiting;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Guests;
import org.jiaogongti.platform.activity.model.Places;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.model.SigningUp;
import org.jiaogongti.platform.activity.model.SigningUp.Answer;
import org.jiaogongti.platform.activity.model.SigningUp.Who;
import org.jiaogongti.platform.activity.store.InviteeStore;
import org.jiaogongti.platform.activity.store.LifeStore;
import org.jiaogongti.platform.activity.store.OccasionListing;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.staff.PersonPosting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 报名: a teacher or a researcher signs up for what was announced, leaves again, and sees what they are expected at. */
@Service
public class SignUps {

    /** How long somebody still finds what they were expected at. */
    private static final int DAYS_BACK = 14;

    private final InviteeStore store;
    private final LifeStore lives;
    private final OccasionReadings readings;
    private final OccasionListing listing;
    private final DistrictGround grounds;
    private final People people;
    private final OccasionNews news;
    private final Journal journal;
    private final BusinessClock clock;

    SignUps(InviteeStore store, LifeStore lives, OccasionReadings readings, OccasionListing listing,
            DistrictGround grounds, People people, OccasionNews news, Journal journal, BusinessClock clock) {
        this.news = news;
        this.store = store;
        this.lives = lives;
        this.readings = readings;
        this.listing = listing;
        this.grounds = grounds;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** Who asks, before it is known about what. */
    private record Asking(@Nullable UUID person, List<PersonPosting> postings, Set<String> subjects) {

        Who about(Occasion occasion, Ground ground, boolean listed) {
            UUID school = person == null
                    ? null
                    : Guests.schoolOf(postings, Guests.schools(occasion.said(), ground), ground.today()).get(person);
            Set<String> all = new HashSet<>(subjects);
            all.addAll(Guests.researched(postings, occasion.said(), ground.today()));
            return new Who(person, school,
                    !Guests.researchers(postings, occasion.said(), ground.today()).isEmpty(), all, listed);
        }
    }

    private Asking asking(Actor actor) {
        UUID person = actor.personId();
        return person == null
                ? new Asking(null, List.of(), Set.of())
                : new Asking(person, people.postings(List.of(person)), people.subjectsOn(List.of(person),
                        clock.today()));
    }

    /** Whoever is on the list already stays where they are. */
    @Transactional
    public SignedUp signUp(Actor actor, UUID id) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        Occasion occasion = readings.lock(id).filter(found -> rights.mayRead(found.said())).orElse(null);
        if (occasion == null) {
            return new SignedUp.Absent();
        }
        Announcement announcement = lives.announcements(List.of(id)).get(id);
        List<InviteeStore.Row> rows = store.of(List.of(id));
        Who who = asking(actor).about(occasion, ground, listed(rows, actor.personId()));
        Answer answer = SigningUp.answer(occasion, announcement, who, ground.today());
        UUID person = who.person();
        UUID school = who.school();
        if (answer == Answer.LISTED && person != null) {
            return new SignedUp.Listed(waiting(rows, announcement, person));
        }
        if (answer != Answer.MAY || person == null) {
            return new SignedUp.No("occasion.signup." + answer.name(), announcement == null
                    ? List.of()
                    : List.of(announcement.until()));
        }
        store.add(id, List.of(person), school == null ? Map.of() : Map.of(person, school), Way.SIGNED_UP, by(actor));
        journal.write(actor, "SignedUp", "occasion", id, Map.of("person", person.toString()));
        return new SignedUp.Listed(waiting(store.of(List.of(id)), announcement, person));
    }

    /** Who waits moves up by that alone. */
    @Transactional
    public SignedUp leave(Actor actor, UUID id) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        UUID person = actor.personId();
        Occasion occasion = readings.lock(id).filter(found -> rights.mayRead(found.said())).orElse(null);
        if (occasion == null || person == null) {
            return new SignedUp.Absent();
        }
        List<InviteeStore.Row> rows = store.of(List.of(id));
        if (!listed(rows, person)) {
            return new SignedUp.Left(0);
        }
        if (!SigningUp.comes(occasion, clock.today())) {
            return new SignedUp.No("occasion.refused.leave", List.of());
        }
        Announcement announcement = lives.announcements(List.of(id)).get(id);
        store.leave(id, List.of(person), by(actor));
        journal.write(actor, "SignedOff", "occasion", id, Map.of("person", person.toString()));
        news.left(occasion, person);
        if (waiting(rows, announcement, person) > 0) {
            return new SignedUp.Left(0);
        }
        Waiting before = Waiting.of(rows, announcement);
        Waiting after = Waiting.of(store.of(List.of(id)), announcement);
        news.movedUp(actor, occasion, ground, before, after);
        return new SignedUp.Left(before.people().size() - after.people().size());
    }

    private static boolean listed(List<InviteeStore.Row> rows, @Nullable UUID person) {
        return rows.stream().anyMatch(row -> row.person().equals(person));
    }

    private static int waiting(List<InviteeStore.Row> rows, @Nullable Announcement announcement, UUID person) {
        List<Integer> waiting = waiting(rows, announcement);
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).person().equals(person)) {
                return waiting.get(index);
            }
        }
        throw new IllegalStateException("nobody " + person + " on the list\nAsk only about somebody who is on it.");
    }

    private static List<Integer> waiting(List<InviteeStore.Row> rows, @Nullable Announcement announcement) {
        return Places.waiting(rows.stream().map(InviteeStore.Row::way).toList(),
                announcement == null ? null : announcement.places());
    }

    private InviteeStore.By by(Actor actor) {
        return new InviteeStore.By(actor.accountId(), clock.today(), clock.now());
    }

    /**
     * An occasion as somebody sees it who may come to it.
     *
     * @param self on its list, or null
     * @param left places that are free, or null where there is no end of them
     * @param moved the last time it went to another day or place, or null
     */
    public record Offer(Occasion occasion, @Nullable Announcement announcement, Answer answer, @Nullable Invitee self,
            int expected, @Nullable Integer left, @Nullable Moved moved) {}

    /**
     * What is announced to somebody.
     *
     * @param mine at which they are expected, or were in the last two weeks, called off ones too
     * @param open for which they may sign up
     * @param others that are announced to their communities as well
     */
    public record Offers(List<Offer> mine, List<Offer> open, List<Offer> others, Ground ground) {}

    /** A fixed number of selects. */
    @Transactional(readOnly = true)
    public Offers offers(Actor actor) {
        return offers(actor, grounds.now());
    }

    /** The same where the page has its ground already. */
    @Transactional(readOnly = true)
    public Offers offers(Actor actor, Ground ground) {
        Rights rights = new Rights(actor, ground);
        UUID person = actor.personId();
        Map<UUID, Occasion> all = new LinkedHashMap<>();
        List<Occasion> expected = person == null
                ? List.of()
                : listing.expecting(person, ground.today().minusDays(DAYS_BACK));
        expected.forEach(occasion -> all.put(occasion.id(), occasion));
        listing.announced(new OccasionListing.View(rights.district() ? null : rights.communities(),
                rights.ownSchools()), ground.today()).forEach(occasion -> all.put(occasion.id(), occasion));
        List<Offer> mine = new ArrayList<>();
        List<Offer> open = new ArrayList<>();
        List<Offer> others = new ArrayList<>();
        offers(actor, List.copyOf(all.values()), ground).forEach(offer -> (offer.self() != null
                ? mine
                : offer.answer() == Answer.MAY ? open : others).add(offer));
        return new Offers(mine, open, others, ground);
    }

    private static String shortName(Ground ground, @Nullable UUID school) {
        return school == null ? "" : ground.shortNameOf(school);
    }

    /** One occasion as this person sees it. */
    @Transactional(readOnly = true)
    public Offer offer(Actor actor, Occasion occasion, Ground ground) {
        return offers(actor, List.of(occasion), ground).getFirst();
    }

    private List<Offer> offers(Actor actor, List<Occasion> occasions, Ground ground) {
        Asking asking = asking(actor);
        List<UUID> ids = occasions.stream().map(Occasion::id).toList();
        Map<UUID, Announcement> announcements = lives.announcements(ids);
        Map<UUID, List<InviteeStore.Row>> lists = (ids.isEmpty() ? List.<InviteeStore.Row>of() : store.of(ids))
                .stream().collect(Collectors.groupingBy(InviteeStore.Row::occasion));
        Map<UUID, Moved> moves = lives.moves(ids).stream()
                .collect(Collectors.toMap(Moved::occasion, move -> move, (_, later) -> later));
        return occasions.stream().map(occasion -> {
            Announcement announcement = announcements.get(occasion.id());
            List<InviteeStore.Row> list = lists.getOrDefault(occasion.id(), List.of());
            Invitee self = list.stream().filter(each -> each.person().equals(asking.person())).findFirst()
                    .map(row -> new Invitee(row.person(), actor.name(), row.school(), shortName(ground, row.school()),
                            row.way(), waiting(list, announcement, row.person())))
                    .orElse(null);
            return new Offer(occasion, announcement,
                    SigningUp.answer(occasion, announcement, asking.about(occasion, ground, self != null),
                            ground.today()),
                    self, list.size(), Places.left(list.stream().map(InviteeStore.Row::way).toList(),
                            announcement == null ? null : announcement.places()),
                    moves.get(occasion.id()));
        }).toList();
    }
}
