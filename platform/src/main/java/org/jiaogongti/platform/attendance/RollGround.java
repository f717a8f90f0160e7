package org.jiaogongti.platform.attendance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Invitees;
import org.jiaogongti.platform.activity.Turnouts;
import org.jiaogongti.platform.attendance.model.Codes;
import org.jiaogongti.platform.attendance.store.ArrivalStore;
import org.jiaogongti.platform.attendance.store.RollStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.seal.SealedColumn;
import org.jiaogongti.platform.seal.Seals;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;

/** What the host's side and the phones' side of a roll have in common. */
@Component
class RollGround {

    private static final SealedColumn SECRET = new SealedColumn("attendance.roll", "secret");

    private final RollStore rolls;
    private final ArrivalStore arrivals;
    private final Turnouts turnouts;
    private final Invitees invitees;
    private final Tools tools;

    RollGround(RollStore rolls, ArrivalStore arrivals, Turnouts turnouts, Invitees invitees, Tools tools) {
        this.rolls = rolls;
        this.arrivals = arrivals;
        this.turnouts = turnouts;
        this.invitees = invitees;
        this.tools = tools;
    }

    /** What belongs to no occasion. */
    @Component
    record Tools(Seals seals, Journal journal, BusinessClock clock, Ids ids) {}

    RollStore rolls() {
        return rolls;
    }

    ArrivalStore arrivals() {
        return arrivals;
    }

    Turnouts turnouts() {
        return turnouts;
    }

    Journal journal() {
        return tools.journal();
    }

    BusinessClock clock() {
        return tools.clock();
    }

    Ids ids() {
        return tools.ids();
    }

    byte[] newSecret(UUID occasion) {
        return tools.seals().seal(SECRET, occasion, Codes.newSecret());
    }

    Codes codes(RollStore.Sealed sealed) {
        return new Codes(tools.seals().open(SECRET, sealed.roll().occasion(), sealed.secret()));
    }

    List<Expected> expected(UUID occasion) {
        return invitees.of(occasion).stream().map(each -> new Expected(each.person(), each.name(), each.school(),
                each.schoolName(), !each.hasPlace())).toList();
    }

    /** Closes one that is open and locked, and counts it. */
    RollChange close(Actor actor, UUID occasion) {
        rolls.close(occasion, new Roll.Closed(clock().now(), actor.accountId(), actor.name()));
        arrivals.forgetPhones(occasion);
        count(actor, occasion);
        int signed = (int) arrivals.standing(occasion).stream()
                .filter(arrival -> arrival.state() == Arrival.State.SIGNED).count();
        journal().write(actor, "RollClosed", "roll", occasion, Map.of("signed", signed));
        return new RollChange.Done(signed);
    }

    /** A roll that is closed is what the occasion knows: counted anew when it closes and with every change after that. */
    void count(Actor by, UUID occasion) {
        Map<UUID, Integer> people = new HashMap<>();
        expected(occasion).stream().map(Expected::school).filter(Objects::nonNull)
                .forEach(school -> people.put(school, 0));
        for (Arrival arrival : arrivals.standing(occasion)) {
            UUID school = arrival.school();
            if (arrival.state() == Arrival.State.SIGNED && school != null) {
                people.merge(school, 1, Integer::sum);
            }
        }
        if (people.values().stream().anyMatch(number -> number > 0)) {
            turnouts.count(by, occasion, people);
        }
    }
}
