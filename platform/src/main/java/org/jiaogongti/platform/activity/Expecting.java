package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.activity.OccasionDays.Seat;
import org.jiaogongti.platform.activity.model.Places;
import org.jiaogongti.platform.activity.store.InviteeStore;
import org.jiaogongti.platform.activity.store.InviteeStore.Course;
import org.jiaogongti.platform.activity.store.LifeStore;
import org.springframework.stereotype.Component;

/** What became of occasions for those who look at a calendar: a fixed number of selects. */
@Component
class Expecting {

    private final InviteeStore store;
    private final LifeStore lives;

    Expecting(InviteeStore store, LifeStore lives) {
        this.store = store;
        this.lives = lives;
    }

    /** The last move of each that moved. */
    Map<UUID, Moved> moves(Collection<UUID> occasions) {
        return occasions.isEmpty()
                ? Map.of()
                : lives.moves(occasions).stream()
                        .collect(Collectors.toMap(Moved::occasion, move -> move, (_, later) -> later));
    }

    /** How somebody stands on the lists of those at which they are expected. */
    Map<UUID, Seat> seats(UUID person, Collection<UUID> occasions) {
        Map<UUID, Course> courses = occasions.isEmpty() ? Map.of() : store.courses(person, occasions);
        if (courses.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Announcement> announced = lives.announcements(courses.keySet());
        Map<UUID, List<InviteeStore.Row>> rows = store.of(courses.keySet()).stream().collect(
                Collectors.groupingBy(InviteeStore.Row::occasion, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, Seat> seats = new HashMap<>();
        rows.forEach((occasion, list) -> {
            Announcement terms = announced.get(occasion);
            Course course = courses.get(occasion);
            List<Integer> waiting = Places.waiting(list.stream().map(InviteeStore.Row::way).toList(),
                    terms == null ? null : terms.places());
            for (int at = 0; at < list.size(); at++) {
                if (list.get(at).person().equals(person) && course != null) {
                    // Other terms may give a place as well.
                    seats.put(occasion, new Seat(list.get(at).way(), waiting.get(at),
                            course.number() + (terms == null ? 0 : terms.number()),
                            terms == null ? course.last() : later(course.last(), terms.at())));
                }
            }
        });
        return seats;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
