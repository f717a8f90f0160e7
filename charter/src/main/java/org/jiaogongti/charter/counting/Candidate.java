package org.jiaogongti.charter.counting;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.Place;
import org.jiaogongti.charter.counting.Roster.Counterpart;
import org.jspecify.annotations.Nullable;

/** An instance that a record could count for, before its conditions are looked at. */
record Candidate(Slot slot, Roster roster, String bearer, Counterpart counterpart) {

    InstanceKey key() {
        return new InstanceKey(slot.duty().id(), bearer, counterpart.key(), slot.period().name());
    }

    boolean isAt(Place place, @Nullable String where, String origin) {
        if (where == null) {
            return false;
        }
        String school = roster.home(where);
        return switch (place) {
            case LEAD_SCHOOL -> school.equals(roster.lead);
            case MEMBER_SCHOOL -> roster.members.contains(school);
            case COUNTERPART -> school.equals(counterpart.school());
            case BEARER -> school.equals(bearer);
            case ANOTHER_OF_COMMUNITY -> roster.belongs(school) && !school.equals(roster.home(origin));
        };
    }

    /** The schools that would do, for a reason; in the notice's order. */
    List<String> schools(Place place, String origin) {
        return switch (place) {
            case LEAD_SCHOOL -> ofNullable(roster.lead);
            case MEMBER_SCHOOL -> roster.members;
            case COUNTERPART -> ofNullable(counterpart.school());
            case BEARER -> List.of(bearer);
            case ANOTHER_OF_COMMUNITY -> {
                List<String> others = new ArrayList<>(ofNullable(roster.lead));
                others.addAll(roster.members);
                others.remove(origin);
                yield others;
            }
        };
    }

    /** The one school meant by a place, for the number of people; null where it is not one school. */
    @Nullable
    String school(Place place) {
        return switch (place) {
            case LEAD_SCHOOL -> roster.lead;
            case COUNTERPART -> counterpart.school();
            case BEARER -> bearer;
            case MEMBER_SCHOOL, ANOTHER_OF_COMMUNITY -> null;
        };
    }

    private static List<String> ofNullable(@Nullable String school) {
        return school == null ? List.of() : List.of(school);
    }

}
