package org.jiaogongti.platform.school.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.school.Bell;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolClass;
import org.jiaogongti.platform.school.Site;
import org.jiaogongti.platform.shell.Messages;

/**
 * A school's classes, teachers and bells in a term.
 *
 * @param lessons how many the week has
 */
public record SchoolWeekView(School school, List<Place> places, List<Teacher> teachers, int lessons) {

    /** A place with its grades and bells. */
    public record Place(String name, List<Grade> grades, List<Ring> bells) {}

    /** The classes of a grade. */
    public record Grade(String name, List<Room> classes) {}

    /**
     * A class.
     *
     * @param size in words, empty where nobody has said
     * @param lessons of its week; 0 where it has no timetable
     */
    public record Room(String name, String href, String size, int lessons) {}

    /** A period's time. */
    public record Ring(int period, String time) {}

    /** Somebody who teaches here, with how many lessons a week. */
    public record Teacher(UUID id, String name, int lessons) {}

    static SchoolWeekView of(School school, List<SchoolClass> classes, List<Lesson> lessons, Map<UUID, String> names,
            List<Bell> bells, Messages m) {
        Map<Site, Map<Integer, Bell>> rings = org.jiaogongti.platform.school.Timetables.byPlace(bells);
        Map<Site, List<SchoolClass>> bySite = classes.stream()
                .collect(Collectors.groupingBy(SchoolClass::site, LinkedHashMap::new, Collectors.toList()));
        bySite.putIfAbsent(Site.main(school.id()), List.of());
        List<Place> places = new ArrayList<>();
        bySite.forEach((site, held) -> {
            List<Ring> own = new TreeMap<>(rings.getOrDefault(site, Map.of())).values().stream()
                    .map(bell -> new Ring(bell.period(), bell.starts() + "–" + bell.ends())).toList();
            places.add(new Place(site.campus().isEmpty() ? school.name() : site.campus(), grades(held, lessons, m),
                    own));
        });
        Map<UUID, Long> loads = lessons.stream()
                .collect(Collectors.groupingBy(Lesson::teacher, Collectors.mapping(SchoolWeekView::moment,
                        Collectors.collectingAndThen(Collectors.toSet(), moments -> (long) moments.size()))));
        List<Teacher> teachers = names.entrySet().stream()
                .map(named -> new Teacher(named.getKey(), named.getValue(),
                        loads.getOrDefault(named.getKey(), 0L).intValue()))
                .toList();
        return new SchoolWeekView(school, places, teachers, lessons.size());
    }

    /** Classes taught together are one lesson of their teacher. */
    private static String moment(Lesson lesson) {
        return lesson.weekday() + " " + lesson.period();
    }

    private static List<Grade> grades(List<SchoolClass> classes, List<Lesson> lessons, Messages m) {
        Map<Integer, List<Room>> grades = new TreeMap<>();
        for (SchoolClass held : classes) {
            int count = (int) lessons.stream()
                    .filter(lesson -> lesson.site().equals(held.site()) && lesson.name().equals(held.name())).count();
            Integer size = held.size();
            grades.computeIfAbsent(held.name().grade(), _ -> new ArrayList<>()).add(new Room(held.name().text(),
                    ClassAddress.of(held.site(), held.name()), size == null ? "" : m.t("school.class.size", size),
                    count));
        }
        return grades.entrySet().stream()
                .map(grade -> new Grade(ClassName.gradeText(grade.getKey()), grade.getValue())).toList();
    }
}
