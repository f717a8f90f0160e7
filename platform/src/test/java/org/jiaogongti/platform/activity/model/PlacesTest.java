package org.jiaogongti.platform.activity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.junit.jupiter.api.Test;

/** Places and the waiting list, against a clerk with a paper list and seats. */
class PlacesTest {

    @Test
    void theFirstWhoSignUpHaveThePlacesAndTheInvitedTakeNone() {
        List<Way> came = List.of(Way.SIGNED_UP, Way.INVITED, Way.SIGNED_UP, Way.SIGNED_UP, Way.INVITED, Way.SIGNED_UP);
        assertThat(Places.waiting(came, 2)).containsExactly(0, 0, 0, 1, 0, 2);
        assertThat(Places.waiting(came, 0)).containsExactly(1, 0, 2, 3, 0, 4);
        assertThat(Places.waiting(came, null)).containsOnly(0);
        assertThat(Places.left(came, 2)).isZero();
        assertThat(Places.left(came, 7)).isEqualTo(3);
        assertThat(Places.left(came, null)).isNull();
    }

    /** A clerk who gives seats out, takes them back, and lets the first of the queue sit down. */
    private static final class Clerk {

        private final int places;
        private final Set<Integer> seated = new HashSet<>();
        private final Deque<Integer> queue = new ArrayDeque<>();

        Clerk(int places) {
            this.places = places;
        }

        void come(int person) {
            if (seated.size() < places) {
                seated.add(person);
            } else {
                queue.addLast(person);
            }
        }

        void leave(int person) {
            queue.remove(person);
            if (seated.remove(person) && !queue.isEmpty()) {
                seated.add(queue.removeFirst());
            }
        }

        int waiting(int person) {
            return seated.contains(person) ? 0 : new ArrayList<>(queue).indexOf(person) + 1;
        }
    }

    /** All stories of seven events among four people, for none to four places: 4^7 x 5 of them. */
    @Test
    void everyStoryOfComingAndLeavingGivesWhatTheClerkGives() {
        Map<Integer, Integer> seen = new HashMap<>();
        for (int places = 0; places <= 4; places++) {
            for (int story = 0; story < 1 << 14; story++) {
                Clerk clerk = new Clerk(places);
                List<Integer> list = new ArrayList<>();
                for (int event = 0; event < 7; event++) {
                    int person = (story >> (2 * event)) & 3;
                    if (list.removeIf(each -> each == person)) {
                        clerk.leave(person);
                    } else {
                        list.add(person);
                        clerk.come(person);
                    }
                    List<Integer> waiting = Places.waiting(Collections.nCopies(list.size(), Way.SIGNED_UP), places);
                    for (int index = 0; index < list.size(); index++) {
                        assertThat(waiting.get(index)).isEqualTo(clerk.waiting(list.get(index)));
                        seen.merge(waiting.get(index), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }
}
