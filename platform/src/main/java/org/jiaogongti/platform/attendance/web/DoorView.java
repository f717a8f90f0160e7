package org.jiaogongti.platform.attendance.web;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.attendance.Arrival;
import org.jiaogongti.platform.attendance.Arrivals;
import org.jiaogongti.platform.attendance.Door.Opened;
import org.jiaogongti.platform.attendance.Expected;
import org.jiaogongti.platform.attendance.model.Names;
import org.jiaogongti.platform.attendance.model.Ticket.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The page of somebody who signs in.
 *
 * @param id for the one sign-in that the form sends
 * @param unit what was typed as another school, and {@code name} as a name
 */
public record DoorView(Opened door, UUID id, String problem, String unit, String name, Words words) {

    public String at() {
        return "/attend/at/" + door.ticket().text();
    }

    public boolean apart() {
        return door.ticket().kind() == Kind.APART;
    }

    /** Who is asked whether it is they: known, not on the list yet, and no other name wanted. */
    public @Nullable Expected known() {
        Expected known = door.known();
        return known == null || door.look().other() || door.signed().contains(known.person()) ? null : known;
    }

    /** Whether the phone need not even be pressed: it knows them, and nothing was done here before. */
    public boolean atOnce() {
        return known() != null && door.mine().isEmpty() && problem.isEmpty() && door.ticket().kind() == Kind.SCAN;
    }

    public boolean chooses() {
        return !apart() && (door.look().other() || (door.standing().isEmpty() && known() == null));
    }

    public boolean taken(Expected one) {
        return door.signed().contains(one.person());
    }

    /** The only one found who may still sign in; chosen at once. */
    public boolean only(Expected one) {
        List<Expected> free = door.found().people().stream().filter(each -> !taken(each)).toList();
        return free.size() == 1 && free.getFirst().equals(one);
    }

    public boolean anyFree() {
        return door.found().people().stream().anyMatch(each -> !taken(each));
    }

    public boolean undoable(Arrival arrival) {
        return !apart() && Arrivals.undoable(arrival, door.now());
    }

    public String initials(Expected one) {
        return Names.initials(one.name());
    }

    public boolean chosen(UUID school) {
        return school.equals(door.look().school());
    }
}
