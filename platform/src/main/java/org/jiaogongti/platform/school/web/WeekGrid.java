package org.jiaogongti.platform.school.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.school.Bell;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.school.Site;
import org.jiaogongti.platform.school.Timetables;

/**
 * A week of lessons as a table: a row a period, a column a day.
 *
 * @param days Monday to Friday, and the weekend's days that have lessons
 * @param today the column of today, or null outside the term
 */
public record WeekGrid(List<DayOfWeek> days, List<Row> rows, @org.jspecify.annotations.Nullable DayOfWeek today) {

    public WeekGrid {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
    }

    /**
     * A period.
     *
     * @param time from when to when; empty where nobody has said, or where the lessons' places differ
     */
    public record Row(int period, String time, List<List<Entry>> cells) {}

    /**
     * A lesson in a cell.
     *
     * @param with the teacher in a class's week, the class in a teacher's
     * @param href where that leads, empty where the visitor may not look
     * @param where the place, where a teacher has several
     * @param time of the lesson, where the row has none
     */
    public record Entry(String subject, String with, String href, String where, String time) {}

    public boolean empty() {
        return rows.isEmpty();
    }

    /**
     * What the cells say.
     *
     * @param with words and address of the other side of a lesson
     */
    public record Words(Function<Lesson, String> with, Function<Lesson, String> href, Map<UUID, String> schools) {}

    public static WeekGrid of(List<Lesson> lessons, List<Bell> bells, LocalDate today, boolean inTerm, Words words) {
        Set<DayOfWeek> days = new TreeSet<>(List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
        lessons.forEach(lesson -> days.add(lesson.weekday()));
        Map<Site, Map<Integer, Bell>> byPlace = Timetables.byPlace(bells);
        Set<Site> sites = new HashSet<>();
        lessons.forEach(lesson -> sites.add(lesson.site()));
        int last = lessons.stream().mapToInt(Lesson::period).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        for (int period = 1; period <= last; period++) {
            int at = period;
            Set<String> times = new HashSet<>();
            sites.forEach(site -> times.add(time(byPlace, site, at)));
            String common = times.size() == 1 ? times.iterator().next() : "";
            List<List<Entry>> cells = new ArrayList<>();
            for (DayOfWeek day : days) {
                cells.add(lessons.stream().filter(lesson -> lesson.period() == at && lesson.weekday() == day)
                        .map(lesson -> entry(lesson, words, sites.size() > 1,
                                common.isEmpty() ? time(byPlace, lesson.site(), at) : ""))
                        .toList());
            }
            rows.add(new Row(period, common, cells));
        }
        return new WeekGrid(List.copyOf(days), rows, inTerm ? today.getDayOfWeek() : null);
    }

    private static Entry entry(Lesson lesson, Words words, boolean several, String time) {
        Site site = lesson.site();
        String where = site.campus().isEmpty() ? words.schools().getOrDefault(site.school(), "") : site.campus();
        return new Entry(lesson.subject(), words.with().apply(lesson), words.href().apply(lesson),
                several ? where : "", time);
    }

    private static String time(Map<Site, Map<Integer, Bell>> byPlace, Site site, int period) {
        Bell bell = Timetables.bellsOf(byPlace, site).get(period);
        return bell == null ? "" : bell.starts() + "–" + bell.ends();
    }
}
