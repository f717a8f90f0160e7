package org.jiaogongti.platform.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.school.Bell;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.school.SchoolClass;
import org.jiaogongti.platform.school.Site;
import org.jspecify.annotations.Nullable;

/**
 * Invented classes, bells and timetables: every school has classes and bells, four have sent their timetable, the others not
 * yet; a teaching point has two grades in one room.
 */
final class SampleTimetables {

    private static final LocalDate LONG_AGO = LocalDate.of(2019, 9, 1);
    private static final LocalDate WINTER = LocalDate.of(2024, 10, 1);
    private static final LocalDate SUMMER = LocalDate.of(2025, 5, 1);
    private static final String WITH_A_POINT = "溪口镇校";
    private static final String POINT = "示例东山教学点";
    private static final List<String> SENT = List.of("居敬小学", "育才学校", "方桥小学", WITH_A_POINT);
    private static final int PERIODS = 6;
    private static final int GRADES = 6;

    /** Lessons a week. */
    private static final Map<String, Integer> WEEK = new LinkedHashMap<>();

    static {
        WEEK.put("语文", 7);
        WEEK.put("数学", 5);
        WEEK.put("体育", 4);
        WEEK.put("英语", 3);
        WEEK.put("科学", 2);
        WEEK.put("道德与法治", 2);
        WEEK.put("音乐", 2);
        WEEK.put("美术", 2);
        WEEK.put("信息技术", 1);
    }

    private final SampleWorld world;
    private final SampleKeys keys;

    SampleTimetables(SampleWorld world, SampleKeys keys) {
        this.world = world;
        this.keys = keys;
    }

    /** One class a grade, two at lead schools; the point has a first and a second grade. */
    List<SchoolClass> classes() {
        List<SchoolClass> classes = new ArrayList<>();
        for (SampleWorld.School school : world.schools()) {
            for (int grade = 1; grade <= GRADES; grade++) {
                for (int number = 1; number <= (school.leads() ? 2 : 1); number++) {
                    classes.add(new SchoolClass(Site.main(school.id()), new ClassName(grade, number), LONG_AGO, null,
                            45 - (school.teachersIn2024() + grade * 3 + number) % 17));
                }
            }
        }
        Site point = point();
        classes.add(new SchoolClass(point, new ClassName(1, 1), LONG_AGO, null, 9));
        classes.add(new SchoolClass(point, new ClassName(2, 1), LONG_AGO, null, 7));
        return classes;
    }

    private Site point() {
        return new Site(keys.of(WITH_A_POINT), POINT);
    }

    /** Winter and summer differ at the first school; the point begins later. */
    List<Bell> bells() {
        List<Bell> bells = new ArrayList<>();
        for (SampleWorld.School school : world.schools()) {
            Site site = Site.main(school.id());
            if (school.name().equals(SENT.getFirst()) && !world.date().isBefore(WINTER)) {
                ring(bells, site, LONG_AGO, WINTER.minusDays(1), LocalTime.of(13, 20));
                ring(bells, site, WINTER, SUMMER.minusDays(1), LocalTime.of(13, 0));
                ring(bells, site, SUMMER, null, LocalTime.of(13, 30));
            } else {
                ring(bells, site, LONG_AGO, null, LocalTime.of(13, 10));
            }
        }
        LocalTime start = LocalTime.of(8, 40);
        for (int period = 1; period <= 4; period++) {
            LocalTime starts = start.plusMinutes((period - 1) * 50L);
            bells.add(new Bell(point(), period, LONG_AGO, null, starts, starts.plusMinutes(40)));
        }
        return bells;
    }

    private static void ring(List<Bell> bells, Site site, LocalDate from, @Nullable LocalDate to, LocalTime afternoon) {
        for (int period = 1; period <= PERIODS; period++) {
            LocalTime starts = period <= 4
                    ? LocalTime.of(8, 20).plusMinutes((period - 1) * 50L)
                    : afternoon.plusMinutes((period - 5) * 50L);
            bells.add(new Bell(site, period, from, to, starts, starts.plusMinutes(40)));
        }
    }

    /** Of the term in which the day lies; none before the first. */
    List<Lesson> lessons() {
        Optional<String> term = world.periods().stream()
                .filter(period -> period.kind() == org.jiaogongti.charter.calendar.PeriodKind.TERM)
                .filter(period -> !period.days().first().isAfter(world.date()))
                .max(Comparator.comparing(period -> period.days().first())).map(period -> period.name());
        List<Lesson> lessons = new ArrayList<>();
        term.ifPresent(name -> SENT.forEach(school -> lessons.addAll(school(name, school))));
        return lessons;
    }

    private List<Lesson> school(String term, String school) {
        List<SampleWorld.Person> teachers = new ArrayList<>(world.people().stream()
                .filter(person -> school.equals(person.school()) && person.subject() != null).toList());
        List<Lesson> lessons = new ArrayList<>();
        if (school.equals(WITH_A_POINT)) {
            lessons.addAll(pointLessons(term, teachers.removeLast().id()));
        }
        new Week(term, Site.main(keys.of(school)), teachers, world.school(school).leads() ? 2 : 1).fill(lessons);
        return lessons;
    }

    /** Both grades in one room, the same lesson for both. */
    private List<Lesson> pointLessons(String term, UUID teacher) {
        List<Lesson> lessons = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            for (int period = 1; period <= 4; period++) {
                for (int grade = 1; grade <= 2; grade++) {
                    lessons.add(new Lesson(term, point(), new ClassName(grade, 1), DayOfWeek.of(day), period,
                            period % 2 == 1 ? "语文" : "数学", teacher));
                }
            }
        }
        return lessons;
    }

    /** One school's week, filled class by class in each period: the subject with most lessons left whose teacher is free. */
    private static final class Week {

        private final String term;
        private final Site site;
        private final List<ClassName> classes = new ArrayList<>();
        private final Map<String, List<UUID>> teachers = new HashMap<>();
        private final Map<ClassName, Map<String, Integer>> left = new HashMap<>();

        Week(String term, Site site, List<SampleWorld.Person> people, int classesAGrade) {
            this.term = term;
            this.site = site;
            people.forEach(person -> teachers
                    .computeIfAbsent(String.valueOf(person.subject()), _ -> new ArrayList<>()).add(person.id()));
            for (int grade = 1; grade <= GRADES; grade++) {
                for (int number = 1; number <= classesAGrade; number++) {
                    ClassName name = new ClassName(grade, number);
                    classes.add(name);
                    Map<String, Integer> week = new LinkedHashMap<>(WEEK);
                    week.keySet().retainAll(teachers.keySet());
                    if (grade <= 2) {
                        week.remove("英语");
                        week.remove("信息技术");
                    }
                    left.put(name, week);
                }
            }
        }

        void fill(List<Lesson> lessons) {
            for (int day = 1; day <= 5; day++) {
                Map<ClassName, Map<String, Integer>> today = new HashMap<>();
                for (int period = 1; period <= PERIODS; period++) {
                    Set<UUID> busy = new HashSet<>();
                    for (int i = 0; i < classes.size(); i++) {
                        int at = (i + day + period) % classes.size();
                        ClassName name = classes.get(at);
                        Map<String, Integer> had = today.computeIfAbsent(name, _ -> new HashMap<>());
                        String subject = next(at, had, busy);
                        if (subject != null) {
                            UUID teacher = teacher(subject, at);
                            busy.add(teacher);
                            had.merge(subject, 1, Integer::sum);
                            Objects.requireNonNull(left.get(name)).merge(subject, -1, Integer::sum);
                            lessons.add(new Lesson(term, site, name, DayOfWeek.of(day), period, subject, teacher));
                        }
                    }
                }
            }
        }

        private @Nullable String next(int at, Map<String, Integer> had, Set<UUID> busy) {
            return Objects.requireNonNull(left.get(classes.get(at))).entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .filter(entry -> had.getOrDefault(entry.getKey(), 0) < (entry.getKey().equals("语文") ? 2 : 1))
                    .filter(entry -> !busy.contains(teacher(entry.getKey(), at)))
                    .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
        }

        private UUID teacher(String subject, int at) {
            List<UUID> able = teachers.getOrDefault(subject, List.of());
            return able.get(at % able.size());
        }
    }
}
