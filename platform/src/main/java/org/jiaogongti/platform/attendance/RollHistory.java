package org.jiaogongti.platform.attendance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over rolls as they were kept before; what they count to is in the occasions already. */
@Service
@Transactional
public class RollHistory {

    private final RollGround ground;

    RollHistory(RollGround ground) {
        this.ground = ground;
    }

    /**
     * A roll and who is on it.
     *
     * @param host who opened it
     */
    public record Told(Roll roll, UUID host, List<Arrival> arrivals) {

        public Told {
            arrivals = List.copyOf(arrivals);
        }
    }

    /** Who is expected, in the order of the list. */
    @Transactional(readOnly = true)
    public List<Expected> expected(UUID occasion) {
        return ground.expected(occasion);
    }

    /** One line in the journal names them all. */
    public void takeOver(Actor actor, Collection<Told> told) {
        for (Told each : told) {
            Roll roll = each.roll();
            ground.rolls().open(roll.occasion(), roll.onDay(), ground.newSecret(roll.occasion()), roll.openedAt(),
                    each.host(), roll.openedBy());
            Roll.Closed closed = roll.closed();
            if (closed != null) {
                ground.rolls().close(roll.occasion(), closed);
                ground.rolls().held(roll.occasion(), roll.held());
            }
            each.arrivals().forEach(arrival -> ground.arrivals().insert(roll.occasion(), arrival, null,
                    arrival.by().isEmpty() ? null : each.host()));
        }
        ground.journal().write(actor, "RollsTakenOver", "district", null, Map.of("rolls", told.size()));
    }
}
