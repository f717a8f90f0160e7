package org.jiaogongti.platform.attendance;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.attendance.store.ArrivalStore;
import org.jiaogongti.platform.attendance.store.RollStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What rolls say about a person, and about when something was. Whoever asks has looked at the right to it. */
@Service
@Transactional(readOnly = true)
public class Attendances {

    private final ArrivalStore arrivals;
    private final RollStore rolls;

    Attendances(ArrivalStore arrivals, RollStore rolls) {
        this.arrivals = arrivals;
        this.rolls = rolls;
    }

    /** At what somebody signed in, invited, signed up or neither; who waits for the host's word has not. */
    public Set<UUID> cameTo(UUID person, String name, Collection<UUID> schools) {
        return arrivals.cameTo(person, name, schools);
    }

    /** From when to when some occasions really were, those of which somebody said so. */
    public Map<UUID, HeldTime> times(Collection<UUID> occasions) {
        return occasions.isEmpty() ? Map.of() : rolls.times(occasions);
    }
}
