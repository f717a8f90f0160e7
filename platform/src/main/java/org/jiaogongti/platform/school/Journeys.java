package org.jiaogongti.platform.school;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.school.model.GreatCircle;
import org.jiaogongti.platform.school.store.JourneyStore;
import org.jiaogongti.platform.school.store.SchoolStore;
import org.jiaogongti.platform.school.store.SiteStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the places of the district are from each other: measured, or estimated from where they lie. */
@Service
@Transactional(readOnly = true)
public class Journeys {

    private final JourneyStore store;
    private final SchoolStore schools;
    private final SiteStore sites;
    private final BusinessClock clock;

    Journeys(JourneyStore store, SchoolStore schools, SiteStore sites, BusinessClock clock) {
        this.store = store;
        this.schools = schools;
        this.sites = sites;
        this.clock = clock;
    }

    /** Every place of a day with its name: schools in the notice's order, each followed by its campuses. */
    public List<Named> places() {
        Map<UUID, List<Campus>> campuses = new HashMap<>();
        sites.campuses().stream().filter(campus -> campus.holdsOn(clock.today()))
                .forEach(campus -> campuses.computeIfAbsent(campus.school(), _ -> new ArrayList<>()).add(campus));
        List<Named> places = new ArrayList<>();
        for (School school : schools.all()) {
            places.add(new Named(Site.main(school.id()), school.name(), school.shortName()));
            campuses.getOrDefault(school.id(), List.of()).forEach(campus -> places.add(
                    new Named(new Site(school.id(), campus.name()), campus.name(), campus.name())));
        }
        return places;
    }

    /** A place with its name and a short one for narrow columns. */
    public record Named(Site site, String name, String shortName) {}

    /** The ways known today; reads all of them once, so that a page asks as often as it likes. */
    public Ways ways() {
        return new Ways(store.journeys(), store.positions());
    }

    /** Measured ways and positions. */
    public static final class Ways {

        private final Map<Site, Map<Site, Journey>> measured = new HashMap<>();
        private final Map<Site, Position> positions;

        public Ways(Collection<Journey> journeys, Map<Site, Position> positions) {
            journeys.forEach(way -> measured.computeIfAbsent(way.from(), _ -> new HashMap<>()).put(way.to(), way));
            this.positions = Map.copyOf(positions);
        }

        /** Measured, or measured the other way round, or estimated; empty where nothing is known, and to the place itself. */
        public Optional<Journey> between(Site from, Site to) {
            if (from.equals(to)) {
                return Optional.empty();
            }
            Journey there = measured.getOrDefault(from, Map.of()).get(to);
            Journey back = measured.getOrDefault(to, Map.of()).get(from);
            if (there != null) {
                return Optional.of(there);
            }
            return back != null
                    ? Optional.of(new Journey(from, to, back.minutes(), back.kilometres(), false))
                    : estimate(from, to);
        }

        private Optional<Journey> estimate(Site from, Site to) {
            Position start = positions.get(from);
            Position end = positions.get(to);
            if (start == null || end == null) {
                return Optional.empty();
            }
            BigDecimal kilometres = GreatCircle.kilometres(start, end);
            return Optional.of(new Journey(from, to, GreatCircle.minutes(kilometres), kilometres, true));
        }
    }

    /** Sets up where a district's places lie and what was measured between them. */
    @Transactional
    public void setUp(Map<Site, Position> positions, List<Journey> measured) {
        store.putPositions(positions);
        store.putJourneys(measured);
    }
}
