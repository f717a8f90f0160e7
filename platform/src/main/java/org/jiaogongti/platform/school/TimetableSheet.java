package org.jiaogongti.platform.school;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.model.LessonClashes;
import org.jiaogongti.platform.school.store.CalendarStore;
import org.jiaogongti.platform.school.store.SchoolStore;
import org.jiaogongti.platform.school.store.SiteStore;
import org.jiaogongti.platform.school.store.TimetableStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Timetables: what each class has in each period of the week, and who teaches it. */
@Component
class TimetableSheet implements SheetKind {

    private static final Column TERM = Column.key("term", Cell.words(40), "学期");
    private static final Column CLASS = Column.key("class", Cell.words(20), "班级");
    private static final Column WEEKDAY = Column.key("weekday",
            Cell.oneOf("星期一", "1", "星期二", "2", "星期三", "3", "星期四", "4", "星期五", "5", "星期六", "6", "星期日", "7", "周一", "1",
                    "周二",
                    "2", "周三", "3", "周四", "4", "周五", "5", "周六", "6", "周日", "7", "一", "1", "二", "2", "三", "3", "四", "4",
                    "五",
                    "5", "六", "6", "日", "7", "1", "1", "2", "2", "3", "3", "4", "4", "5", "5", "6", "6", "7", "7"),
            "星期", "周几");
    private static final Column SUBJECT = Column.required("subject", Cell.words(20), "学科", "科目", "课程");
    private static final Column TEACHER = Column.required("teacher", Cell.words(60), "教师工号", "教师", "任课教师", "工号");

    private final TimetableStore store;
    private final SchoolStore schools;
    private final SiteStore sites;
    private final CalendarStore calendars;
    private final Teachers teachers;

    TimetableSheet(TimetableStore store, SchoolStore schools, SiteStore sites, CalendarStore calendars,
            Teachers teachers) {
        this.store = store;
        this.schools = schools;
        this.sites = sites;
        this.calendars = calendars;
        this.teachers = teachers;
    }

    @Override
    public String code() {
        return "timetables";
    }

    @Override
    public int position() {
        return 114;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(TERM, ClassSheet.SCHOOL, ClassSheet.CAMPUS, CLASS, WEEKDAY, BellSheet.PERIOD, SUBJECT, TEACHER);
    }

    private KnownSites known() {
        return KnownSites.of(schools.all(), sites.campuses());
    }

    /** 三(2)班 becomes 三年级2班, and a name that only one person has becomes the number. */
    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSites known = known();
        KnownSchools bySchool = KnownSchools.of(schools.all());
        Teachers.Directory directory = teachers.directory();
        return typed -> {
            SheetRow row = known.canonical(typed, "school", "campus");
            Optional<ClassName> name = ClassName.parse(row.get("class"));
            SheetRow named = name.isPresent() ? row.with("class", name.get().text()) : row;
            List<Teachers.Teacher> meant = bySchool.knows(row.get("school"))
                    ? directory.named(row.get("teacher"), bySchool.id(row.get("school")))
                    : List.of();
            return meant.size() == 1 ? named.with("teacher", meant.getFirst().number()) : named;
        };
    }

    /** Term, class, subject and teacher are known, and nobody teaches at two places at once. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        known().check(lines, "school", "campus", problems);
        Reading reading = new Reading();
        for (SheetLine line : lines) {
            if (!problems.containsKey(line.number())) {
                Problem wrong = reading.wrong(line.row());
                if (wrong != null) {
                    problems.put(line.number(), List.of(wrong));
                }
            }
        }
        List<SheetLine> good = lines.stream().filter(line -> !problems.containsKey(line.number())).toList();
        clashes(good, earlier, reading, problems);
        return problems;
    }

    private void clashes(List<SheetLine> good, List<SheetRow> earlier, Reading reading,
            Map<Integer, List<Problem>> problems) {
        Set<String> replaced = new HashSet<>();
        earlier.forEach(row -> replaced.add(row.key(columns())));
        good.forEach(line -> replaced.add(line.row().key(columns())));
        List<Lesson> lessons = good.stream().map(line -> reading.lesson(line.row())).toList();
        LessonClashes clashes = new LessonClashes(store.atMoments(lessons).stream()
                .filter(held -> !replaced.contains(reading.row(held).key(columns()))).toList());
        earlier.forEach(row -> clashes.add(reading.lesson(row)));
        for (int i = 0; i < good.size(); i++) {
            Optional<Lesson> elsewhere = clashes.against(lessons.get(i));
            if (elsewhere.isPresent()) {
                SheetRow there = reading.row(elsewhere.get());
                problems.put(good.get(i).number(), List.of(Problem.at("teacher", "school.sheet.teacher-elsewhere",
                        there.get("school") + there.get("campus"), there.get("class"))));
            } else {
                clashes.add(lessons.get(i));
            }
        }
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Reading reading = new Reading();
        Map<String, SheetRow> current = new HashMap<>();
        store.held(keys.stream().map(reading::lesson).toList())
                .forEach(lesson -> current.put(reading.row(lesson).key(columns()), reading.row(lesson)));
        return current;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Reading reading = new Reading();
        store.putLessons(rows.stream().map(reading::lesson).toList());
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Reading reading = new Reading();
        store.removeLessons(rows.stream().map(reading::lesson).toList());
    }

    @Override
    public long count() {
        return store.countLessons();
    }

    @Override
    public List<SheetRow> all() {
        Reading reading = new Reading();
        return store.lessons().stream().map(reading::row).toList();
    }

    /** Rows against what the district knows, read once. */
    private final class Reading {

        private final KnownSites known = known();
        private final KnownSchools bySchool = KnownSchools.of(schools.all());
        private final Teachers.Directory directory = teachers.directory();
        private final Set<String> subjects = new HashSet<>(schools.subjects());
        private final Map<String, Period> terms = new HashMap<>();
        private final Map<String, List<SchoolClass>> classes = new HashMap<>();

        Reading() {
            calendars.read().terms().forEach(term -> terms.put(term.name(), term));
            store.classes().forEach(held -> classes.computeIfAbsent(held.site() + held.name().text(),
                    _ -> new ArrayList<>()).add(held));
        }

        @Nullable
        Problem wrong(SheetRow row) {
            Period term = terms.get(row.get("term"));
            if (term == null) {
                return Problem.at("term", "school.sheet.term-unknown", row.get("term"));
            }
            Optional<ClassName> name = ClassName.parse(row.get("class"));
            if (name.isEmpty()) {
                return Problem.at("class", "school.sheet.class-name", row.get("class"));
            }
            boolean held = classes.getOrDefault(known.site(row, "school", "campus") + name.get().text(), List.of())
                    .stream().anyMatch(each -> !each.from().isAfter(term.days().last())
                            && (each.to() == null || !each.to().isBefore(term.days().first())));
            if (!held) {
                return Problem.at("class", "school.sheet.class-unknown", row.get("school") + row.get("campus"),
                        name.get().text());
            }
            if (!subjects.contains(row.get("subject"))) {
                return Problem.at("subject", "school.sheet.subject-unknown", row.get("subject"));
            }
            int meant = directory.named(row.get("teacher"), bySchool.id(row.get("school"))).size();
            return switch (meant) {
                case 1 -> null;
                case 0 -> Problem.at("teacher", "school.sheet.teacher-unknown", row.get("teacher"));
                default -> Problem.at("teacher", "school.sheet.teacher-several", row.get("teacher"), meant);
            };
        }

        /** Asked only after a check. */
        Lesson lesson(SheetRow row) {
            Site site = known.site(row, "school", "campus");
            return new Lesson(row.get("term"), site, ClassName.parse(row.get("class")).orElseThrow(),
                    DayOfWeek.of(Integer.parseInt(row.get("weekday"))), Integer.parseInt(row.get("period")),
                    row.get("subject"), directory.named(row.get("teacher"), site.school()).getFirst().id());
        }

        SheetRow row(Lesson lesson) {
            return SheetRow.of("term", lesson.term(), "school", known.name(lesson.site()), "campus",
                    lesson.site().campus(), "class", lesson.name().text(), "weekday",
                    Integer.toString(lesson.weekday().getValue()), "period", Integer.toString(lesson.period()),
                    "subject", lesson.subject(), "teacher", directory.number(lesson.teacher()));
        }
    }
}
