package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Moved.Spot;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Places;
import org.jiaogongti.platform.activity.store.InviteeStore;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.News;
import org.jiaogongti.platform.reminder.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people on the list of an occasion what changed for them, in the transaction of the change. */
@Component
class OccasionNews {

    /** Whose news they are, for whoever keeps them. */
    static final String MATTER = "occasion";

    private final News news;
    private final InviteeStore store;

    OccasionNews(News news, InviteeStore store) {
        this.news = news;
        this.store = store;
    }

    static News.Item item(Occasion occasion, Ground ground, Stage.Kind what, @Nullable LocalDate was, String words) {
        OccasionBrief brief = OccasionBriefs.brief(occasion, ground);
        return new News.Item(matter(occasion.id()), what, brief.title() + " · " + brief.where(), brief.path(),
                brief.date(), was, words);
    }

    private static Matter matter(UUID occasion) {
        return new Matter(MATTER, occasion.toString());
    }

    void invited(Actor by, Occasion occasion, Ground ground, Collection<UUID> people) {
        news.tell(by, item(occasion, ground, Stage.Kind.INVITED, null, ""), people);
    }

    void takenOff(Actor by, Occasion occasion, Ground ground, UUID person) {
        news.tell(by, item(occasion, ground, Stage.Kind.TAKEN_OFF, null, ""), List.of(person));
    }

    void left(Occasion occasion, UUID person) {
        news.drop(matter(occasion.id()), List.of(person));
    }

    /** Those who wait are told as well. */
    void moved(Actor by, Occasion now, Ground ground, Spot from, String reason) {
        tellAll(by, now, ground, item(now, ground, Stage.Kind.MOVED, from.day(), reason));
    }

    /** It was planned and will not be. */
    void calledOff(Actor by, Occasion occasion, Ground ground, String reason) {
        tellAll(by, occasion, ground, item(occasion, ground, Stage.Kind.CALLED_OFF, null, reason));
    }

    /** It was called off by mistake and will be after all. */
    void onAgain(Actor by, Occasion occasion, Ground ground) {
        tellAll(by, occasion, ground, item(occasion, ground, Stage.Kind.INVITED, null, ""));
    }

    /** Nothing of what was told about them is left; how many rows went. */
    int erase(Collection<UUID> occasions) {
        return news.erase(MATTER, occasions.stream().map(UUID::toString).toList());
    }

    private void tellAll(Actor by, Occasion occasion, Ground ground, News.Item item) {
        if (occasion.said().date().isBefore(ground.today())) {
            return;
        }
        List<UUID> people = store.of(List.of(occasion.id())).stream().map(InviteeStore.Row::person).toList();
        if (!people.isEmpty()) {
            news.tell(by, item, people);
        }
    }

    /** Who waited on a list before and has a place now. */
    void movedUp(Actor by, Occasion occasion, Ground ground, Waiting before, Waiting after) {
        Set<UUID> up = new HashSet<>(before.people());
        up.retainAll(after.placed());
        if (!up.isEmpty()) {
            news.tell(by, item(occasion, ground, Stage.Kind.PLACED, null, ""), up);
        }
    }

    /**
     * A list at a moment.
     *
     * @param people who wait
     * @param placed who signed up and has a place; whoever is invited meanwhile is told that
     */
    record Waiting(Set<UUID> people, Set<UUID> placed) {

        static final Waiting NOBODY = new Waiting(Set.of(), Set.of());

        static Waiting of(List<InviteeStore.Row> rows, @Nullable Announcement terms) {
            List<Integer> waiting = Places.waiting(rows.stream().map(InviteeStore.Row::way).toList(),
                    terms == null ? null : terms.places());
            Set<UUID> people = new HashSet<>();
            Set<UUID> placed = new HashSet<>();
            for (int at = 0; at < rows.size(); at++) {
                if (waiting.get(at) > 0) {
                    people.add(rows.get(at).person());
                } else if (rows.get(at).way() == Invitee.Way.SIGNED_UP) {
                    placed.add(rows.get(at).person());
                }
            }
            return new Waiting(people, placed);
        }
    }
}
