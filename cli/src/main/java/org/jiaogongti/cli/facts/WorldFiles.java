package org.jiaogongti.cli.facts;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.charter.World.Membership;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.charter.World.WeakSubject;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jspecify.annotations.Nullable;

/** Reads calendar.csv, schools.csv and subjects.csv, and afterwards knows which schools and communities there are. */
final class WorldFiles {

    private static final Map<String, PeriodKind> PERIOD_KINDS = Map.of("semester", PeriodKind.TERM, "school-year",
            PeriodKind.SCHOOL_YEAR, "calendar-year", PeriodKind.CALENDAR_YEAR);
    private static final Map<String, Role> ROLES = Map.of("lead", Role.LEAD, "member", Role.MEMBER);

    private final Problems problems;
    private final List<Period> periods = new ArrayList<>();
    private final Map<String, Membership> schools = new LinkedHashMap<>();
    private final Map<String, Integer> staff = new LinkedHashMap<>();
    private final Set<String> schoolNames = new LinkedHashSet<>();
    private final Set<String> communityNames = new LinkedHashSet<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, List<WeakSubject>> weak = new LinkedHashMap<>();
    private boolean namesWhole = true;

    WorldFiles(Problems problems) {
        this.problems = problems;
    }

    CaseWorld read(Path directory) {
        readCalendar(Table.read(directory, "calendar.csv",
                List.of("period", "kind", "start", "end", "midterm_week_start"), problems));
        readSchools(Table.read(directory, "schools.csv", List.of("school", "community", "role", "teachers"), problems));
        readSubjects(
                Table.read(directory, "subjects.csv", List.of("community", "subject", "kind", "school"), problems));
        return new CaseWorld(List.copyOf(periods), List.copyOf(communityNames), schools, members(), staff, groups,
                weak);
    }

    /** Reports a school that schools.csv does not list; an unreadable schools.csv is reported once, not row by row. */
    boolean knowsSchool(Row row, String column, String school) {
        if (schoolNames.contains(school)) {
            return true;
        }
        if (namesWhole) {
            row.wrong(column + "“" + school + "”不在 schools.csv 里；请改正校名，或先在 schools.csv 里加上这所学校");
        }
        return false;
    }

    boolean knowsCommunity(Row row, String column, String community) {
        if (communityNames.contains(community)) {
            return true;
        }
        if (namesWhole) {
            row.wrong(column + "“" + community + "”不在 schools.csv 里；请改正共同体的名称，或先在 schools.csv 里加上它的学校");
        }
        return false;
    }

    private void readCalendar(Table table) {
        Set<String> names = new HashSet<>();
        for (Row row : table.rows()) {
            String name = row.required("period");
            if (name != null && !names.add(name)) {
                row.wrong("时段“" + name + "”出现两次；请删去一行");
            }
            String kind = row.oneOf("kind", List.of("semester", "school-year", "calendar-year"));
            LocalDate start = row.day("start");
            LocalDate end = row.day("end");
            LocalDate midterm = midterm(row, kind);
            if (start != null && end != null && end.isBefore(start)) {
                row.wrong("结束日 " + end + " 早于开始日 " + start + "；请对调或改正");
            } else if (name != null && kind != null && start != null && end != null) {
                periods.add(new Period(name, java.util.Objects.requireNonNull(PERIOD_KINDS.get(kind)),
                        new DateRange(start, end), midterm));
            }
        }
    }

    private static @Nullable LocalDate midterm(Row row, @Nullable String kind) {
        if (row.text("midterm_week_start").isEmpty()) {
            if ("semester".equals(kind)) {
                row.wrong("学期缺少 midterm_week_start；请填期中一周的星期一，如 2020-11-09");
            }
            return null;
        }
        LocalDate midterm = row.day("midterm_week_start");
        if (midterm != null && midterm.getDayOfWeek() != DayOfWeek.MONDAY) {
            row.note("midterm_week_start " + midterm + " 不是星期一；按从这一天起的七天计");
        }
        return midterm;
    }

    private void readSchools(Table table) {
        namesWhole = table.whole();
        Map<String, String> leads = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            String school = row.required("school");
            String community = row.required("community");
            String role = row.oneOf("role", List.of("lead", "member"));
            Integer teachers = row.number("teachers");
            if (community != null) {
                communityNames.add(community);
            }
            if (school == null) {
                continue;
            }
            if (!schoolNames.add(school)) {
                row.wrong("学校“" + school + "”出现两次；一所学校只写一行");
            } else if (community != null && role != null && teachers != null) {
                String earlier = role.equals("lead") ? leads.putIfAbsent(community, school) : null;
                if (earlier != null) {
                    row.wrong("“" + community + "”已有牵头校“" + earlier + "”；一个共同体只有一所牵头校，其余写 member");
                }
                schools.put(school,
                        new Membership(school, community, java.util.Objects.requireNonNull(ROLES.get(role))));
                staff.put(school, teachers);
            }
        }
        if (!problems.anyErrors()) {
            for (String community : communityNames) {
                if (!leads.containsKey(community)) {
                    problems.note(table.file(), 1, "“" + community + "”没有牵头校(role 为 lead)；牵头校的责任不列出");
                }
            }
        }
    }

    private void readSubjects(Table table) {
        for (Row row : table.rows()) {
            String community = row.text("community");
            boolean known = knowsCommunity(row, "community", community);
            String subject = row.required("subject");
            String kind = row.oneOf("kind", List.of("group", "weak"));
            String school = row.text("school");
            if ("group".equals(kind) && !school.isEmpty()) {
                row.wrong("学科指导组(group)不属于某所学校；请把 school 留空，或把 kind 改为 weak");
            } else if ("weak".equals(kind)) {
                known &= knowsSchool(row, "school", school);
            }
            if (known && subject != null && kind != null) {
                add(community, subject, kind, school);
            }
        }
    }

    private void add(String community, String subject, String kind, String school) {
        if (kind.equals("group")) {
            addOnce(groups.computeIfAbsent(community, c -> new ArrayList<>()), subject);
            return;
        }
        Membership membership = schools.get(school);
        if (membership != null && membership.community().equals(community)) {
            addOnce(weak.computeIfAbsent(community, c -> new ArrayList<>()), new WeakSubject(school, subject));
        }
    }

    private static <T> void addOnce(List<T> list, T item) {
        if (!list.contains(item)) {
            list.add(item);
        }
    }

    private Map<String, List<Membership>> members() {
        Map<String, List<Membership>> members = new LinkedHashMap<>();
        for (Role role : List.of(Role.LEAD, Role.MEMBER)) {
            for (Membership membership : schools.values()) {
                if (membership.role() == role) {
                    members.computeIfAbsent(membership.community(), c -> new ArrayList<>()).add(membership);
                }
            }
        }
        return members;
    }
}
