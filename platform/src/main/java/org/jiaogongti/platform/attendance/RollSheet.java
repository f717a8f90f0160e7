package org.jiaogongti.platform.attendance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.activity.Turnouts.Gathering;
import org.jiaogongti.platform.activity.Turnouts.May;
import org.jiaogongti.platform.attendance.Arrival.State;
import org.jspecify.annotations.Nullable;

/**
 * An occasion's roll as the host sees it.
 *
 * @param roll null while nobody has opened it
 * @param waiting what the host has to look at, the earliest first
 * @param latest who signed in last
 */
public record RollSheet(Gathering gathering, @Nullable Roll roll, List<SchoolPart> schools, List<Arrival> waiting,
        List<Arrival> latest, LocalDate today) {

    private static final int LATEST = 6;

    public RollSheet {
        schools = List.copyOf(schools);
        waiting = List.copyOf(waiting);
        latest = List.copyOf(latest);
    }

    /** One school's people. */
    public record SchoolPart(@Nullable UUID school, String name, List<Place> places) {

        public SchoolPart {
            places = List.copyOf(places);
        }

        public int signed() {
            return (int) places.stream().filter(Place::signed).count();
        }

        public int expected() {
            return (int) places.stream().filter(place -> !place.queued() || place.signed()).count();
        }

        public List<Place> open() {
            return places.stream().filter(place -> place.arrival() == null).toList();
        }
    }

    /**
     * Somebody expected, or somebody who came.
     *
     * @param person null for somebody who was not expected
     * @param arrival null while they have not signed in
     */
    public record Place(String name, @Nullable UUID person, @Nullable Arrival arrival, boolean queued) {

        public boolean signed() {
            return arrival != null && arrival.state() == State.SIGNED;
        }
    }

    static RollSheet of(Gathering gathering, @Nullable Roll roll, List<Expected> expected, List<Arrival> arrivals,
            LocalDate today) {
        Map<UUID, Arrival> byPerson = new HashMap<>();
        Map<String, List<Place>> schools = new LinkedHashMap<>();
        Map<String, @Nullable UUID> ids = new HashMap<>();
        arrivals.forEach(arrival -> {
            UUID person = arrival.person();
            if (person != null) {
                byPerson.put(person, arrival);
            }
        });
        for (Expected each : expected) {
            ids.put(each.schoolName(), each.school());
            schools.computeIfAbsent(each.schoolName(), _ -> new ArrayList<>())
                    .add(new Place(each.name(), each.person(), byPerson.remove(each.person()), each.queued()));
        }
        for (Arrival arrival : arrivals) {
            boolean further = arrival.person() == null || byPerson.containsKey(arrival.person());
            if (further && arrival.state() == State.SIGNED) {
                ids.putIfAbsent(arrival.schoolName(), arrival.school());
                schools.computeIfAbsent(arrival.schoolName(), _ -> new ArrayList<>())
                        .add(new Place(arrival.name(), arrival.person(), arrival, false));
            }
        }
        List<SchoolPart> parts = new ArrayList<>();
        schools.forEach((name, places) -> parts.add(new SchoolPart(ids.get(name), name, places)));
        return new RollSheet(gathering, roll, parts,
                arrivals.stream().filter(arrival -> arrival.state() == State.WAITING).toList(),
                arrivals.stream().filter(arrival -> arrival.state() == State.SIGNED)
                        .sorted(Comparator.comparing(Arrival::at).reversed()).limit(LATEST).toList(),
                today);
    }

    public int signed() {
        return schools.stream().mapToInt(SchoolPart::signed).sum();
    }

    public int expected() {
        return schools.stream().mapToInt(SchoolPart::expected).sum();
    }

    public int missing() {
        return expected() - signed();
    }

    public boolean hosts() {
        return gathering.may() == May.HOST;
    }

    /** Whether phones may sign in now. */
    public boolean live() {
        return roll != null && gathering.lives() && roll.takes(today) && gathering.date().equals(today);
    }

    public boolean open() {
        return roll != null && roll.isOpen();
    }
}
