package org.jiaogongti.platform.school.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.school.Bell;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.Site;
import org.jiaogongti.platform.school.Teachers;
import org.jiaogongti.platform.school.TimetableReach;
import org.jiaogongti.platform.school.Timetables;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 课表: one's own week, a school's classes and teachers, and the week of each. */
@Controller
class TimetableController {

    private final Timetables timetables;
    private final Schools schools;
    private final Calendars calendars;
    private final Teachers teachers;
    private final BusinessClock clock;

    TimetableController(Timetables timetables, Schools schools, Calendars calendars, Teachers teachers,
            BusinessClock clock) {
        this.timetables = timetables;
        this.schools = schools;
        this.calendars = calendars;
        this.teachers = teachers;
        this.clock = clock;
    }

    @GetMapping("/timetables")
    ModelAndView index(Actor actor, @RequestParam(defaultValue = "") String term) {
        TimetableReach reach = TimetableReach.of(actor);
        TermChoice terms = terms(term);
        Map<UUID, School> known = known();
        UUID self = reach.self();
        List<Lesson> own = self == null ? List.of() : timetables.ofTeachers(terms.chosen(), Set.of(self));
        List<School> open = known.values().stream().filter(school -> reach.school(school.id())).toList();
        return page("school/timetables", terms, Map.of("grid", teacherGrid(own, terms, known, reach), "schools",
                open.stream().map(school -> SchoolLine.of(school, timetablesOf(open, terms))).toList()));
    }

    private Map<UUID, Integer> timetablesOf(List<School> open, TermChoice terms) {
        return open.isEmpty() ? Map.of() : timetables.counts(terms.chosen());
    }

    @GetMapping("/timetables/{school}")
    ModelAndView school(Actor actor, Messages m, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String term) {
        School found = readable(actor, school);
        TermChoice terms = terms(term);
        List<Lesson> lessons = timetables.ofSchool(terms.chosen(), school);
        Map<UUID, String> names = teachers.names(lessons.stream().map(Lesson::teacher).collect(Collectors.toSet()));
        return page("school/school-week", terms, Map.of("view", SchoolWeekView.of(found,
                timetables.classes(school, terms.day()), lessons, names, bells(Set.of(school), terms), m)));
    }

    @GetMapping("/timetables/{school}/class")
    ModelAndView schoolClass(Actor actor, @PathVariable UUID school, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String campus, @RequestParam(defaultValue = "") String term) {
        School found = readable(actor, school);
        TermChoice terms = terms(term);
        Site site = new Site(school, campus);
        ClassName asked = ClassName.parse(name)
                .filter(parsed -> timetables.classes(school, terms.day()).stream()
                        .anyMatch(held -> held.site().equals(site) && held.name().equals(parsed)))
                .orElseThrow(() -> new Absent("class", name));
        List<Lesson> lessons = timetables.ofSchool(terms.chosen(), school).stream()
                .filter(lesson -> lesson.site().equals(site) && lesson.name().equals(asked)).toList();
        Map<UUID, String> names = teachers.names(lessons.stream().map(Lesson::teacher).collect(Collectors.toSet()));
        WeekGrid grid = WeekGrid.of(lessons, bells(Set.of(school), terms), clock.today(), terms.current(),
                new WeekGrid.Words(lesson -> names.getOrDefault(lesson.teacher(), ""),
                        lesson -> "/timetables/teachers/" + lesson.teacher() + terms.query(), Map.of()));
        return page("school/week", terms, Map.of("grid", grid, "title",
                (campus.isEmpty() ? found.shortName() : campus) + " " + asked.text(), "school", found, "here",
                "/timetables/" + school + "/class", "campus", campus, "name", asked.text()));
    }

    @GetMapping("/timetables/teachers/{person}")
    ModelAndView teacher(Actor actor, @PathVariable UUID person, @RequestParam(defaultValue = "") String term) {
        TimetableReach reach = TimetableReach.of(actor);
        TermChoice terms = terms(term);
        String name = teachers.names(Set.of(person)).get(person);
        List<Lesson> lessons = reach.of(person, timetables.ofTeachers(terms.chosen(), Set.of(person)));
        if (name == null || (lessons.isEmpty() && !reach.district() && !person.equals(reach.self()))) {
            throw new Absent("person", person);
        }
        Map<UUID, School> known = known();
        School school = lessons.isEmpty() ? null : known.get(lessons.getFirst().site().school());
        Map<String, Object> model = new HashMap<>(Map.of("grid", teacherGrid(lessons, terms, known, reach),
                "title", name, "here", "/timetables/teachers/" + person));
        if (school != null && reach.school(school.id())) {
            model.put("school", school);
        }
        return page("school/week", terms, model);
    }

    private WeekGrid teacherGrid(List<Lesson> lessons, TermChoice terms, Map<UUID, School> known,
            TimetableReach reach) {
        Set<UUID> at = lessons.stream().map(lesson -> lesson.site().school()).collect(Collectors.toSet());
        Map<UUID, String> names = known.values().stream()
                .collect(Collectors.toMap(School::id, School::shortName));
        return WeekGrid.of(lessons, bells(at, terms), clock.today(), terms.current(),
                new WeekGrid.Words(lesson -> lesson.name().text(),
                        lesson -> reach.school(lesson.site().school())
                                ? ClassAddress.of(lesson.site(), lesson.name()) + terms.more()
                                : "",
                        names));
    }

    private List<Bell> bells(Set<UUID> at, TermChoice terms) {
        return at.isEmpty() ? List.of() : timetables.bells(at, terms.day());
    }

    private School readable(Actor actor, UUID school) {
        return schools.find(school).filter(found -> TimetableReach.of(actor).school(found.id()))
                .orElseThrow(() -> new Absent("school", school));
    }

    private Map<UUID, School> known() {
        return schools.all().stream().collect(Collectors.toMap(School::id, school -> school, (a, b) -> a,
                LinkedHashMap::new));
    }

    private TermChoice terms(String asked) {
        LocalDate today = clock.today();
        SchoolCalendar calendar = calendars.current();
        List<Period> all = calendar.terms();
        Period chosen = all.stream().filter(term -> term.name().equals(asked)).findFirst()
                .or(() -> calendar.termAt(today)).orElse(null);
        return TermChoice.of(all, chosen, today);
    }

    private static ModelAndView page(String view, TermChoice terms, Map<String, ?> model) {
        ModelAndView page = new ModelAndView(view, model);
        page.addObject("terms", terms);
        return page;
    }
}
