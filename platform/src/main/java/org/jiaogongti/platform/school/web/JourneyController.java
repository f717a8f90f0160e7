package org.jiaogongti.platform.school.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.school.Journey;
import org.jiaogongti.platform.school.Journeys;
import org.jiaogongti.platform.school.Journeys.Named;
import org.jiaogongti.platform.school.web.WayViews.Cell;
import org.jiaogongti.platform.school.web.WayViews.Line;
import org.jiaogongti.platform.school.web.WayViews.Row;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 路程: how far it is from one place to all others, and between any two. */
@Controller
class JourneyController {

    private final Journeys journeys;

    JourneyController(Journeys journeys) {
        this.journeys = journeys;
    }

    /** From one place to all others, the nearest first, those of which nothing is known last. */
    @GetMapping("/journeys")
    ModelAndView list(Actor actor, Messages m, @RequestParam(required = false) @Nullable UUID school,
            @RequestParam(defaultValue = "") String campus) {
        List<Named> places = journeys.places();
        Optional<Named> from = start(actor, places, school, campus);
        if (from.isEmpty() && school != null) {
            throw new Absent("school", school);
        }
        Journeys.Ways ways = journeys.ways();
        List<Line> lines = from.isEmpty()
                ? List.of()
                : places.stream()
                        .filter(place -> !place.equals(from.get()))
                        .map(place -> new To(place, ways.between(from.get().site(), place.site())))
                        .sorted(Comparator.comparingInt(To::minutes)).map(to -> line(to, m)).toList();
        return new ModelAndView("school/journeys",
                Map.of("places", places, "from", from, "lines", lines));
    }

    private record To(Named place, Optional<Journey> way) {

        int minutes() {
            return way.map(Journey::minutes).orElse(Integer.MAX_VALUE);
        }
    }

    private static Optional<Named> start(Actor actor, List<Named> places, @Nullable UUID school, String campus) {
        Set<UUID> own = actor.schools();
        return school == null
                ? places.stream().filter(place -> own.contains(place.site().school())).findFirst()
                        .or(() -> places.stream().findFirst())
                : places.stream().filter(place -> place.site().school().equals(school)
                        && place.site().campus().equals(campus)).findFirst();
    }

    private static Line line(To to, Messages m) {
        return to.way().map(way -> new Line(to.place().name(), m.t("school.journey.minutes", way.minutes()),
                way.kilometres() == null ? "" : m.t("school.journey.km", way.kilometres().toPlainString()),
                way.estimated(), true)).orElseGet(() -> new Line(to.place().name(), "", "", false, false));
    }

    /** Minutes between the main places of any two schools; a row a school. */
    @GetMapping("/journeys/all")
    ModelAndView all() {
        List<Named> places = journeys.places().stream().filter(place -> place.site().campus().isEmpty()).toList();
        Journeys.Ways ways = journeys.ways();
        List<Row> rows = places.stream().map(from -> new Row(from, places.stream()
                .map(to -> Cell.of(from, to, ways)).toList())).toList();
        return new ModelAndView("school/journeys-all", Map.of("places", places, "rows", rows));
    }
}
