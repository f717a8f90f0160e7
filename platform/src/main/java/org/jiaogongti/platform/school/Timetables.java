package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.school.store.TimetableStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Classes, bell times, and who teaches what where and when. */
@Service
@Transactional(readOnly = true)
public class Timetables {

    private final TimetableStore store;

    Timetables(TimetableStore store) {
        this.store = store;
    }

    /** A school's classes on a day, by place, grade and number. */
    public List<SchoolClass> classes(UUID school, LocalDate day) {
        return store.classes(school).stream().filter(held -> held.holdsOn(day)).toList();
    }

    /** The bells that ring at some schools on a day, by place and period. */
    public List<Bell> bells(Set<UUID> schools, LocalDate day) {
        return store.bells(schools, day);
    }

    /** The bells that ring at some schools on any of some days. */
    public List<Bell> bells(Set<UUID> schools, DateRange days) {
        return schools.isEmpty() ? List.of() : store.bells(schools, days);
    }

    /** A class at its place. */
    public record ClassAt(Site site, ClassName name) {}

    /** The lessons in some terms of any of these people or classes; one select. */
    public List<Lesson> of(Collection<String> terms, Collection<UUID> teachers, Collection<ClassAt> classes) {
        return terms.isEmpty() || (teachers.isEmpty() && classes.isEmpty())
                ? List.of()
                : store.lessonsOf(terms, teachers, classes);
    }

    public List<Lesson> ofSchool(String term, UUID school) {
        return store.lessonsOfSchool(term, school);
    }

    /** The lessons of some people in a term, at whichever schools; one select. */
    public List<Lesson> ofTeachers(String term, Collection<UUID> teachers) {
        return store.lessonsOfTeachers(term, teachers);
    }

    /** How many lessons of a term each school has; none is missing from the map. */
    public Map<UUID, Integer> counts(String term) {
        return store.counts(term);
    }

    /**
     * A lesson on a day.
     *
     * @param starts null where the place has said no bell times
     */
    public record Taught(Lesson lesson, LocalDate day, @Nullable LocalTime starts, @Nullable LocalTime ends) {}

    /** Who of these teaches where and when on a day, by the day's timetable; nobody outside terms and on closed days. */
    public List<Taught> on(SchoolCalendar calendar, LocalDate day, Collection<UUID> teachers) {
        Optional<Period> term = calendar.terms().stream().filter(each -> each.days().contains(day)).findFirst();
        if (term.isEmpty() || calendar.closedDays().stream().anyMatch(closed -> closed.day().equals(day))) {
            return List.of();
        }
        List<Lesson> lessons = store.lessonsOfTeachers(term.get().name(), teachers).stream()
                .filter(lesson -> lesson.weekday() == day.getDayOfWeek()).toList();
        Map<Site, Map<Integer, Bell>> bells = byPlace(store.bells(
                lessons.stream().map(lesson -> lesson.site().school()).collect(Collectors.toSet()), day));
        return lessons.stream().map(lesson -> {
            @Nullable
            Bell bell = bellsOf(bells, lesson.site()).get(lesson.period());
            return new Taught(lesson, day, bell == null ? null : bell.starts(), bell == null ? null : bell.ends());
        }).toList();
    }

    /** Bells by place and period. */
    public static Map<Site, Map<Integer, Bell>> byPlace(List<Bell> bells) {
        Map<Site, Map<Integer, Bell>> byPlace = new HashMap<>();
        bells.forEach(bell -> byPlace.computeIfAbsent(bell.site(), _ -> new HashMap<>()).put(bell.period(), bell));
        return byPlace;
    }

    /** The bells of a place by period; a campus that says none rings with its school. */
    public static Map<Integer, Bell> bellsOf(Map<Site, Map<Integer, Bell>> byPlace, Site site) {
        return byPlace.getOrDefault(site, byPlace.getOrDefault(Site.main(site.school()), Map.of()));
    }

    /** Sets up a district's classes, bells and lessons, all in one go. */
    @Transactional
    public void setUp(List<SchoolClass> classes, List<Bell> bells, List<Lesson> lessons) {
        store.putClasses(classes);
        store.putBells(bells);
        store.putLessons(lessons);
    }
}
