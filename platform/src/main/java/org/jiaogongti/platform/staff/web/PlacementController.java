package org.jiaogongti.platform.staff.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.staff.Person;
import org.jiaogongti.platform.staff.PersonPlacement;
import org.jiaogongti.platform.staff.Placements;
import org.jiaogongti.platform.staff.web.PlacementView.Line;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 挂职、任教: the record behind a number that counts people. */
@Controller
class PlacementController {

    private final Placements placements;
    private final People people;
    private final Schools schools;

    PlacementController(Placements placements, People people, Schools schools) {
        this.placements = placements;
        this.people = people;
        this.schools = schools;
    }

    @GetMapping("/placements/{id}")
    ModelAndView one(@PathVariable UUID id, Messages m) {
        PersonPlacement placement = placements.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no placement " + id));
        return new ModelAndView("staff/placement", Map.of("view", view(placement, m)));
    }

    private PlacementView view(PersonPlacement placement, Messages m) {
        UUID mentor = placement.mentor();
        Map<UUID, Person> known = people
                .find(mentor == null ? Set.of(placement.person()) : Set.of(placement.person(), mentor));
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(m.t("staff.placement.from"), school(placement.fromSchool())));
        lines.add(new Line(m.t("staff.placement.to"), school(placement.toSchool())));
        lines.add(new Line(m.t("staff.placement.days"), placement.to() == null
                ? m.t("staff.placement.since", placement.from().toString())
                : m.t("staff.placement.range", placement.from().toString(), placement.to().toString())));
        lines.add(new Line(m.t("staff.placement.rank"), m.t("staff.rank." + placement.rank().name())));
        lines.add(new Line(m.t("staff.placement.permanent"), yes(placement.permanent(), m)));
        lines.add(new Line(m.t("staff.placement.young"), yes(placement.young(), m)));
        lines.add(new Line(m.t("staff.placement.mentor"),
                mentor == null ? m.t("staff.placement.mentor.none") : name(known, mentor)));
        return new PlacementView(name(known, placement.person()),
                m.t("staff.placement.lead", school(placement.fromSchool()), school(placement.toSchool())), lines);
    }

    private String school(UUID id) {
        return schools.find(id).map(School::name).orElse("");
    }

    private static String name(Map<UUID, Person> known, UUID id) {
        Person person = known.get(id);
        return person == null ? "" : person.name();
    }

    private static String yes(boolean yes, Messages m) {
        return m.t(yes ? "staff.yes" : "staff.no");
    }
}
